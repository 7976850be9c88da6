import type { StackKind, StackState } from "@/lib/reports/stacking/types";
import { availabilities, kinds, marks, type WirePlan, type WireSpan } from "./wire";

export type BlockTenant = { leaseId: string; leaseNo: string; name: string; area: number; endsOn: string };
/** A unit as it stands on a day. Areas in hundredths of m²; `before` is what stands left of it on its floor. */
export type Block = {
  id: string;
  code: string;
  floor: number;
  area: number;
  before: number;
  kind: StackKind;
  occupied: number;
  mark: StackState["mark"];
  availability: StackState["availability"];
  tenants: BlockTenant[];
};

const DAY_MS = 86_400_000;

export const toDay = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
export const toIso = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

type State = Pick<Block, "kind" | "occupied" | "mark" | "availability" | "tenants">;

/** The same object for a span each time, so that what is made from it can be kept. */
const known = new WeakMap<WireSpan, State | null>();

/** The blocks of a day, in visual order. Looks up what the plan says of it. */
export function listBlocks(plan: WirePlan, day: number): Block[] {
  const taken = new Map<number, number>();
  const blocks: Block[] = [];
  for (const [id, code, floor, area, spans] of plan.units) {
    const span = findSpan(spans, day);
    const state = span ? toState(plan, span) : null;
    if (!state) continue;
    const before = taken.get(floor) ?? 0;
    taken.set(floor, before + area);
    blocks.push({ id, code, floor, area, before, ...state });
  }
  return blocks;
}

function toState(plan: WirePlan, span: WireSpan): State | null {
  const seen = known.get(span);
  if (seen !== undefined) return seen;
  const [, at, occupied, detail, tenants] = span;
  const kind = kinds[at];
  const state: State | null = kind
    ? {
        ...{ kind, occupied },
        mark: kind === "selfUse" ? null : (marks[detail] ?? null),
        availability: (kind === "selfUse" ? availabilities[detail] : null) ?? "LETTABLE",
        tenants: tenants.map(([lease, area, endsOn]) => {
          const [leaseId = "", leaseNo = "", name = ""] = plan.leases[lease] ?? [];
          return { leaseId, leaseNo, name, area, endsOn: toIso(endsOn) };
        }),
      }
    : null;
  known.set(span, state);
  return state;
}

function findSpan(spans: WireSpan[], day: number): WireSpan | undefined {
  return spans.findLast(([from]) => from <= day);
}

/** Lettable and occupied area of a day's blocks: the report's L(d) and O(d). */
export function sumBlocks(blocks: Block[]): { lettable: number; occupied: number } {
  const sums = { lettable: 0, occupied: 0 };
  for (const { kind, area, occupied } of blocks) {
    if (kind === "selfUse") continue;
    sums.lettable += area;
    sums.occupied += occupied;
  }
  return sums;
}

/** The widest that any floor ever is, in hundredths of m². */
export function findWidest(plan: WirePlan): number {
  let widest = 0;
  const days = new Set(plan.units.flatMap(([, , , , spans]) => spans.map(([day]) => day)));
  for (const day of days) {
    const sums = new Map<number, number>();
    for (const [, , floor, area, spans] of plan.units) {
      if ((findSpan(spans, day)?.[1] ?? -1) < 0) continue;
      const sum = (sums.get(floor) ?? 0) + area;
      sums.set(floor, sum);
      if (sum > widest) widest = sum;
    }
  }
  return widest;
}
