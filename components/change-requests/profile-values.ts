import type { ChangeRequestDto } from "@/lib/domain/change-requests/dto";
import { type ProfileGroup, profileGroups } from "@/lib/domain/change-requests/rules";
import type { EnterpriseDto } from "@/lib/domain/enterprises/dto";

/**
 * What a group's form opens with: what is asked for already, else what stands. `again` are the values of a request that
 * was decided, for asking once more for what was refused.
 */
export function toProfileValues(
  firm: EnterpriseDto,
  group: ProfileGroup,
  open: ChangeRequestDto | null,
  again: ChangeRequestDto | null,
): Record<string, unknown> {
  const asked = new Map<string, unknown>([
    ...(again?.fields ?? [])
      .filter(({ decision }) => decision === "REFUSED")
      .map(({ field, after }) => [field, after] as const),
    ...(open?.fields ?? [])
      .filter(({ decision }) => decision === null)
      .map(({ field, after }) => [field, after] as const),
  ]);
  const values = profileGroups[group].map((field) => {
    return [field, blank(asked.has(field) ? asked.get(field) : firm[field])] as const;
  });
  const seen = { id: firm.id, version: firm.version };
  const request = { requestVersion: open?.version ?? 0, note: "" };
  const free = group === "contacts" || group === "about";
  return { ...Object.fromEntries(values), ...seen, ...(free ? {} : request) };
}

/** Boxes hold text: nothing is an empty one. */
function blank(value: unknown): unknown {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) {
    return value.map((row) =>
      Object.fromEntries(Object.entries(row as object).map(([name, part]) => [name, part ?? ""])),
    );
  }
  return value;
}
