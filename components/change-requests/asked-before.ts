import type { ChangeRequestDto } from "@/lib/domain/change-requests/dto";

/** What a report's form opens with of what was said already: under way, or refused and to be said again. */
export function toAskedBefore(open: ChangeRequestDto | null, again: ChangeRequestDto | null) {
  const said = [
    ...(again?.fields ?? []).filter(({ decision }) => decision === "REFUSED"),
    ...(open?.fields ?? []).filter(({ decision }) => decision === null),
  ];
  return {
    values: new Map(said.map(({ field, after }) => [field, after])),
    attachmentId: said.find(({ attachmentId }) => attachmentId)?.attachmentId ?? "",
  };
}
