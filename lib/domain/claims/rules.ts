import { conflict } from "@/lib/platform/errors/app-error";

type Said = { textZh: string | null; textEn: string | null; asOf: string; bindings: Bound[] };
type Bound = {
  metric: string;
  scope: string;
  scopeId: string | null;
  currency: string | null;
  comparison: string;
  said: string;
};

/** Whether two versions say the same: their words, their day and their figures. Where it was published is no part. */
export function saysTheSame(one: Said, other: Said): boolean {
  const key = ({ textZh, textEn, asOf, bindings }: Said) =>
    JSON.stringify([textZh, textEn, asOf, bindings.map(boundKey)]);
  return key(one) === key(other);
}

/** A figure by what it is bound to; 400 and 400.0 are one. */
export function boundKey({ metric, scope, scopeId, currency, comparison, said }: Bound): string {
  return [metric, scope, scopeId, currency, comparison, Number(said)].join(" ");
}

/** @throws AppError CONFLICT for a claim that the office no longer makes */
export function assertStanding({ withdrawnOn }: { withdrawnOn: Date | null }): void {
  if (withdrawnOn) throw conflict("claims.errors.withdrawn");
}
