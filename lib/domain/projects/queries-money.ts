import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { type Amount, type MissingRate, type MoneyTotals, totalOf } from "@/lib/platform/money/convert";
import { can } from "../permissions";
import { getMoneyTotals } from "../rates/queries";
import type { totalCurrencies } from "../rates/schema";
import { listAmounts } from "./queries-records";

type Planned = {
  id: string;
  plannedInvestment: { amount: string; currency: string } | null;
  startedOn: CivilDate | null;
};

/** `convertible`: whether the viewer reads the rates; whoever does not sees each currency by itself. */
export type ProjectTotals = { planned: MoneyTotals; actual: MoneyTotals; convertible: boolean };

/**
 * A project's amounts with what is planned in all and what was spent by a day: per currency, and in one, each amount
 * at the rate of its own day. The main plan has no day: it counts on the day the project started, else on the day
 * asked for. A missing rate is named, and there is then no converted total. (DOMAIN 2, Money.) Three queries.
 */
export async function getProjectMoney(
  viewer: Viewer,
  project: Planned,
  to: (typeof totalCurrencies)[number],
  asOf: CivilDate,
) {
  const amounts = await listAmounts(viewer, project.id);
  const main = project.plannedInvestment;
  const planned: Amount[] = [
    ...(main ? [{ ...main, on: project.startedOn ?? asOf }] : []),
    ...amounts.filter(({ kind }) => kind === "PLANNED"),
  ];
  const actual = amounts.filter(({ kind, on }) => kind === "ACTUAL" && on <= asOf);
  return { amounts, totals: await toTotals(viewer, planned, actual, to) };
}

/** The rates that the totals lack, each pair and day once. */
export function toMissing({ planned, actual }: ProjectTotals): MissingRate[] {
  const all = [...planned.missing, ...actual.missing];
  return [...new Map(all.map((rate) => [`${rate.from} ${rate.on}`, rate])).values()];
}

async function toTotals(
  viewer: Viewer,
  planned: Amount[],
  actual: Amount[],
  to: string,
): Promise<ProjectTotals> {
  if (!can(viewer, "rates.read")) {
    const bare = (totals: MoneyTotals) => ({ ...totals, converted: null, missing: [] });
    return {
      planned: bare(totalOf(planned, to, [])),
      actual: bare(totalOf(actual, to, [])),
      convertible: false,
    };
  }
  const [plan, spent] = await Promise.all([
    getMoneyTotals(viewer, planned, to),
    getMoneyTotals(viewer, actual, to),
  ]);
  return { planned: plan, actual: spent, convertible: true };
}
