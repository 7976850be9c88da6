import { createFormSchema } from "@/lib/domain/return-forms/schema";
import { createReturnForm } from "@/lib/domain/return-forms/service";
import { createRoundSchema } from "@/lib/domain/return-rounds/schema";
import { createRound } from "@/lib/domain/return-rounds/service";
import { openRound } from "@/lib/domain/return-rounds/service-turns";
import { placeKey } from "@/lib/domain/returns/rules-parks";
import {
  allowLateSchema,
  saveDraftSchema,
  sendBackSchema,
  submitReturnSchema,
} from "@/lib/domain/returns/schema";
import { saveDraft, submitReturn } from "@/lib/domain/returns/service";
import { allowLateReturn } from "@/lib/domain/returns/service-asking";
import { sendReturnBack } from "@/lib/domain/returns/service-decisions";
import { type CivilDate, toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { loader, say, together } from "./write";

const SENT = 40;
const days = {
  ...{ periodFrom: "2022-07-01", referenceOn: "2022-09-30", opensOn: "2022-10-08" },
  ...{ dueOn: "2022-10-25", closesOn: "2022-11-15" },
};

const nextDays = {
  ...{ periodFrom: "2022-10-01", referenceOn: "2022-12-31", opensOn: "2023-01-05" },
  ...{ dueOn: "2023-01-20", closesOn: "2023-02-10" },
};

/**
 * A round of the third quarter of 2022, as it stood in the middle of it: most firms have not answered, some have,
 * and none is accepted, so that the headcounts reported then stay what they are. All answers are made up.
 */
export async function loadReturns(officer: string | undefined, firm: string | undefined): Promise<void> {
  const round = await together("return-rounds.create", async (within) => {
    const form = createFormSchema.parse({
      ...{ code: "PARK-Q", months: "3", ready: true },
      ...{ titleZh: "园区企业季度统计报表", titleEn: "Quarterly indicators of park firms" },
    });
    const { id: formId } = await createReturnForm(loader, form, within);
    const yearly = { code: "PARK-Y", months: "12", titleZh: "园区企业年度调查", titleEn: "Yearly survey" };
    await createReturnForm(loader, createFormSchema.parse(yearly), within);
    await createRound(
      loader,
      createRoundSchema.parse({
        ...{ code: "2022-Q4", formId, ...nextDays, ownerId: officer },
        ...{ titleZh: "2022年四季度统计", titleEn: "Fourth quarter of 2022" },
        ...{ leaveRegisteredOnly: true, leavePublicBodies: true },
      }),
      within,
    );
    return createRound(
      loader,
      createRoundSchema.parse({
        ...{ code: "2022-Q3", formId, ...days, ownerId: officer },
        ...{ titleZh: "2022年三季度统计", titleEn: "Third quarter of 2022" },
        ...{ leaveRegisteredOnly: true, leavePublicBodies: true },
      }),
      within,
    );
  });
  const opened = await together("return-rounds.open", (within) =>
    openRound(loader, { id: round.id, version: 1 }, within, toCivil("2022-10-08")),
  );
  await together("returns.submit", async (within) => {
    const declared = await db.headcount.findMany({
      where: { on: new Date("2022-09-30"), total: { gt: 0 }, enterpriseId: { not: firm } },
      orderBy: { id: "asc" },
      select: { enterpriseId: true, total: true },
      take: SENT * 3,
    });
    const asked = await within.tx.return.findMany({
      where: { roundId: round.id, state: "NOT_STARTED" },
      select: { id: true, enterpriseId: true, places: { select: { parkId: true }, orderBy: { id: "asc" } } },
    });
    const ids = new Map(asked.map(({ id, enterpriseId }) => [enterpriseId, id]));
    const places = new Map(asked.map((row) => [row.enterpriseId, row.places.map(({ parkId }) => parkId)]));
    // A firm that declared for two parks answers once.
    const once = new Map(declared.map((row) => [row.enterpriseId, row]));
    const firms = [...once.values()].filter(({ enterpriseId }) => ids.has(enterpriseId)).slice(0, SENT);
    for (const [n, { enterpriseId, total }] of firms.entries()) {
      const seen = { id: ids.get(enterpriseId) ?? "", version: 1, answers: toAnswers(total, n) };
      Object.assign(seen.answers, toParts(total, places.get(enterpriseId) ?? []));
      if (n % 10 === 9) {
        await saveDraft(loader, saveDraftSchema.parse(seen), within, toCivil("2022-10-20"));
        continue;
      }
      const sent = await submitReturn(loader, submitReturnSchema.parse(seen), within, dayOf(n));
      if (n !== 12) continue;
      const comments = { revenue: "与上月增值税申报表不符，请核对。" };
      const back = sendBackSchema.parse({ id: sent.id, version: sent.version, comments });
      await sendReturnBack(loader, back, within, toCivil("2022-11-01"));
    }
    const own = firm && ids.get(firm);
    if (!own) return { id: round.id };
    // The sample stands still in 2022: its own firm may still answer, so that the portal has something to do.
    const exception = { id: own, version: 1, openUntil: "2099-12-31", reason: "Sample data" };
    return allowLateReturn(loader, allowLateSchema.parse(exception), within, toCivil("2022-11-16"));
  });
  say(`  one round of returns: ${opened.inScope} firms asked`);
}

/** Most in time, some in the days after. */
const dayOf = (n: number): CivilDate => toCivil(n % 7 === 3 ? "2022-10-28" : "2022-10-20");

/** Of a firm in several parks, most work in the first. */
function toParts(total: number, parkIds: string[]): Record<string, string> {
  const each = Math.floor(total / (parkIds.length + 1));
  const rest = total - each * (parkIds.length - 1);
  return Object.fromEntries(parkIds.map((parkId, at) => [placeKey(parkId), String(at === 0 ? rest : each)]));
}

/** Made up from the number of people, the same at every load. */
function toAnswers(total: number, n: number): Record<string, string> {
  const foreign = Math.floor(total / 12);
  const dispatched = Math.floor(total / 9);
  const tenths = (value: number) => (Math.round(value * 10) / 10).toFixed(1);
  return {
    ...{ total: String(total), own: String(total - dispatched), dispatched: String(dispatched), other: "0" },
    ...{ local: String(total - foreign), foreign: String(foreign) },
    ...{ rAndD: String(Math.floor(total / 4)), degree: String(Math.floor((total * 3) / 5)) },
    ...{ output: tenths(total * (11 + (n % 5))), revenue: tenths(total * (10 + (n % 6))) },
    ...{ tax: tenths(total * 0.7), investment: tenths(total * (n % 3)), rAndDSpending: tenths(total * 1.3) },
    ...{ patentsFiled: String(n % 4), patentsGranted: String(n % 2), electricity: tenths(total * 0.3) },
  };
}
