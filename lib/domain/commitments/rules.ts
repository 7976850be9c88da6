import { conflict, invalid } from "@/lib/platform/errors/app-error";

type Metric =
  | "TYPED"
  | "HEADCOUNT"
  | "OCCUPIED_AREA"
  | "PROGRAMME_COMPLETED"
  | "ISSUANCE"
  | "MILESTONES_REACHED";

export type Binding = "ofEnterpriseId" | "ofParkId" | "ofProgrammeId" | "ofProjectId" | "ofAgreementId";

/** What each metric may be bound to; of two, one. */
export const bindingsOf: Record<Metric, readonly Binding[]> = {
  TYPED: [],
  HEADCOUNT: ["ofEnterpriseId"],
  OCCUPIED_AREA: ["ofEnterpriseId", "ofParkId"],
  PROGRAMME_COMPLETED: ["ofProgrammeId"],
  ISSUANCE: ["ofAgreementId", "ofEnterpriseId"],
  MILESTONES_REACHED: ["ofProjectId", "ofAgreementId"],
};

type Bound = { metric: Metric } & Record<Binding, string | null>;

/** The same without what its metric does not know: a form keeps the fields of another metric that was chosen first. */
export function toBindings(given: Bound): Record<Binding, string | null> {
  const known = bindingsOf[given.metric];
  const keep = (name: Binding) => (known.includes(name) ? given[name] : null);
  return {
    ofEnterpriseId: keep("ofEnterpriseId"),
    ofParkId: keep("ofParkId"),
    ofProgrammeId: keep("ofProgrammeId"),
    ofProjectId: keep("ofProjectId"),
    ofAgreementId: keep("ofAgreementId"),
  };
}

/** @throws AppError INVALID at the field where nothing, or more than one thing, is bound */
export function assertBound(given: Bound): void {
  const known = bindingsOf[given.metric];
  const [first] = known;
  if (!first) return;
  const named = known.filter((name) => given[name]);
  if (named.length === 0) throw invalid({ [first]: "commitments.errors.boundNeeded" });
  if (named.length > 1) throw invalid({ [named[1] ?? first]: "commitments.errors.boundOnce" });
}

type Promised = { promisorId: string | null; promisorZh: string | null; promisorEn: string | null };

/** Somebody promised it. */
export function isPromised({ promisorId, promisorZh, promisorEn }: Promised): boolean {
  return Boolean(promisorId || promisorZh || promisorEn);
}

/** A live metric is measured by the record itself. @throws AppError CONFLICT */
export function assertTyped({ metric }: { metric: Metric }): void {
  if (metric !== "TYPED") throw conflict("commitments.errors.live");
}

/** Nothing is measured ahead of its day. @throws AppError INVALID */
export function assertCome(field: string, on: string, today: string): void {
  if (on > today) throw invalid({ [field]: "milestones.errors.future" });
}

type Path = {
  baselineValue: string;
  targetValue: string;
  steps: readonly { on: string; value: string }[];
};

/**
 * The first step, by its day, at which a path turns back on its way from the baseline to the target, or goes beyond it; by
 * its place among the steps as they are given, which may be in any order. Null where none does.
 */
export function findTurn({ baselineValue, targetValue, steps }: Path): number | null {
  const [from, to] = [Number(baselineValue), Number(targetValue)];
  const way = Math.sign(to - from);
  let before = from;
  const byDay = steps.map(({ on, value }, at) => ({ on, at, value: Number(value) }));
  for (const { at, value } of byDay.sort((a, b) => (a.on < b.on ? -1 : 1))) {
    if ((value - before) * way < 0 || (to - value) * way < 0) return at;
    before = value;
  }
  return null;
}
