import type { ClaimMetric } from "@/lib/domain/claims/schema";
import { type Formats, NO_VALUE } from "@/lib/platform/i18n/formats";

/** A figure of a claim as it is read: money short, a rate in percent, an area with its places. */
export function figureText(
  formats: Formats,
  { metric, currency }: { metric: ClaimMetric; currency: string | null },
  value: number | null,
): string {
  if (value === null) return NO_VALUE;
  if (metric === "ISSUANCE") return formats.moneyShort(value, currency ?? "");
  if (metric === "OCCUPANCY_RATE") return `${formats.number(value, 2)}%`;
  if (metric === "OCCUPIED_AREA") return formats.area(value);
  return formats.number(value, 2);
}
