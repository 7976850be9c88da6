import { updateEnterpriseSchema } from "@/lib/domain/enterprises/schema";
import { updateEnterprise } from "@/lib/domain/enterprises/service";
import { createFormSchema } from "@/lib/domain/return-forms/schema";
import { createReturnForm } from "@/lib/domain/return-forms/service";
import { createRoundSchema } from "@/lib/domain/return-rounds/schema";
import { createRound } from "@/lib/domain/return-rounds/service";
import { openRound } from "@/lib/domain/return-rounds/service-turns";
import { submitReturnSchema } from "@/lib/domain/returns/schema";
import { submitReturn } from "@/lib/domain/returns/service";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { addDays, type CivilDate } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { db } from "@/lib/platform/db/client";
import { makeFirm, makePark, system, unique } from "./factories";

/** A form that asks for a firm's people alone, unless the ready one is wanted. */
export async function makeForm(input: { ready?: boolean } = {}) {
  const code = unique("F-");
  const { id } = await createReturnForm(
    system,
    createFormSchema.parse({ code, titleEn: `Form ${code}`, months: "3", ready: input.ready ?? false }),
  );
  const version = await db.returnFormVersion.findFirstOrThrow({ where: { formId: id } });
  return { id, code, versionId: version.id };
}

/** From a week before today to a week after, of the days to some days ago; of the whole zone unless told. */
export async function makeRound(input: Record<string, unknown> = {}) {
  const code = unique("R-");
  const day = (days: number) => addDays(todayInZone(), days);
  const { id, version } = await createRound(
    system,
    createRoundSchema.parse({
      ...{ code, titleEn: `Round ${code}`, formId: input.formId ?? (await makeForm()).id },
      ...{ periodFrom: day(-100), referenceOn: day(-10), opensOn: day(-7), dueOn: day(0), closesOn: day(7) },
      ...{ leaveRegisteredOnly: true, leavePublicBodies: true },
      ...input,
    }),
  );
  return { id, version, code };
}

type Way = "PRESENT" | "REGISTERED" | "EMPLOYING";

/** In a park, or in several, from some day to another, in one of the ways of being there. */
export async function settle(
  enterpriseId: string,
  parkId: string | string[],
  span: { kind?: Way; fromOn?: string; toOn?: string } = {},
) {
  const { version } = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } });
  const { nameEn } = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } });
  const presences = [parkId]
    .flat()
    .map((id) => ({ parkId: id, kind: "PRESENT", fromOn: "2020-01-01", ...span }));
  await updateEnterprise(
    system,
    updateEnterpriseSchema.parse({ id: enterpriseId, version, nameEn, presences }),
  );
}

/** A round that is open, of a park of its own with one firm in it, or with the firm given; and that firm's return. */
export async function makeReturn(input: { enterpriseId?: string; round?: Record<string, unknown> } = {}) {
  const park = await makePark();
  const enterpriseId = input.enterpriseId ?? (await makeFirm()).id;
  await settle(enterpriseId, park.id);
  const round = await makeRound({ parkId: park.id, ...input.round });
  await openRound(system, { id: round.id, version: round.version });
  const row = await db.return.findFirstOrThrow({ where: { roundId: round.id, enterpriseId } });
  return { id: row.id, version: row.version, roundId: round.id, enterpriseId, parkId: park.id };
}

/** Sends an answer of so many people. */
export async function send(
  { id, version }: { id: string; version: number },
  total: string | number = 12,
  viewer: Viewer = system,
  today?: CivilDate,
) {
  const input = submitReturnSchema.parse({ id, version, answers: { total: String(total) } });
  const sent = await submitReturn(viewer, input, undefined, today);
  return { id, version: sent.version };
}
