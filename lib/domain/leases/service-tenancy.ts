import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { minDate } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import type { Tx } from "@/lib/platform/db/client";
import { AppError, conflict, messageOf } from "@/lib/platform/errors/app-error";
import { listTwins } from "../enterprises/queries-twins";
import { createEnterpriseSchema } from "../enterprises/schema";
import { createEnterprise } from "../enterprises/service";
import { createHeadcountSchema } from "../headcounts/schema";
import { createHeadcount } from "../headcounts/service";
import { inChangeSet, type Within } from "../in-change-set";
import { findNextLeaseNo } from "./queries-numbers";
import { type CreateLeaseInput, createLeaseSchema, type LogTenancyInput, NEW_FIRM } from "./schema";
import { createLease } from "./service";
import { naming } from "./service-conflicts";

/**
 * Who moves in where, from when until when, with how many people: the firm if it is new, its lease and its first
 * headcount, under one change set. A firm that may be one on record is refused until the officer has said.
 * @throws AppError CONFLICT where the firm, the unit or the number is taken, naming by whom
 */
export async function logTenancy(viewer: Viewer, input: LogTenancyInput) {
  let lease: CreateLeaseInput | undefined;
  const write = () =>
    inChangeSet(viewer, "leases.logTenancy", null, async (tx, changeSetId) => {
      const within = { tx, changeSetId };
      const enterpriseId = await findOrCreateFirm(viewer, input, within);
      lease = toLease(input, enterpriseId, input.leaseNo ?? (await proposeNumber(tx, input.startsOn)));
      const { id, parkId } = await createLease(viewer, lease, within);
      await declarePeople(viewer, input, { enterpriseId, parkId }, within);
      return { id, leaseNo: lease.leaseNo, enterpriseId };
    });
  try {
    return await naming(null, () => lease, write);
  } catch (error) {
    throw toFields(error);
  }
}

async function findOrCreateFirm(viewer: Viewer, input: LogTenancyInput, within: Within): Promise<string> {
  if (input.enterpriseId !== NEW_FIRM) return input.enterpriseId;
  const { identifier, identifierType, country, ...firm } = input.firm;
  for (const twin of await listTwins(viewer, input.firm, within.tx)) {
    if (!twin.certain && input.otherThan.includes(twin.id)) continue;
    const name = twin.nameZh ?? twin.nameEn;
    throw twin.certain
      ? conflict("leases.errors.firmOnRecord", {
          "firm.identifier": messageOf("enterprises.errors.identifierOf", { name }),
        })
      : conflict("leases.errors.firmOnRecord", {
          [firm.nameZh ? "firm.nameZh" : "firm.nameEn"]: messageOf("leases.errors.firmOfThisName", { name }),
        });
  }
  const home = { USCC: "CN", UEN: "SG", OTHER: "" }[identifierType];
  const { id } = await createEnterprise(
    viewer,
    createEnterpriseSchema.parse({
      ...firm,
      country: country || (identifier ? home : ""),
      stage: "SIGNED",
      identifiers: identifier ? [{ type: identifierType, value: identifier }] : [],
    }),
    within,
  );
  return id;
}

/** Writers queue for the next number, so that two officers never propose the same one. */
async function proposeNumber(tx: Tx, startsOn: string): Promise<string> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('leases.lease_no'))::text`;
  return findNextLeaseNo(tx, startsOn);
}

/** Signed by the first day or, before that has come, by today; and nobody has moved in on a day to come. */
function toLease(input: LogTenancyInput, enterpriseId: string, leaseNo: string): CreateLeaseInput {
  const { startsOn, endsOn, lines } = input;
  const today = todayInZone();
  const signedOn = input.signedOn ?? minDate(startsOn, today);
  const movedInOn = input.movedIn && startsOn <= today ? startsOn : null;
  return createLeaseSchema.parse({ leaseNo, enterpriseId, startsOn, endsOn, signedOn, movedInOn, lines });
}

async function declarePeople(
  viewer: Viewer,
  input: LogTenancyInput,
  where: { enterpriseId: string; parkId: string },
  within: Within,
): Promise<void> {
  if (input.headcount === null) return;
  const on = input.headcountOn ?? input.startsOn;
  const declared = createHeadcountSchema.parse({ ...where, on, total: `${input.headcount}` });
  await createHeadcount(viewer, declared, within);
}

/** The fields of a firm and of a headcount as this one form calls them. */
const names: Record<string, string> = {
  nameZh: "firm.nameZh",
  identifiers: "firm.identifier",
  "identifiers.0.value": "firm.identifier",
  on: "headcountOn",
  total: "headcount",
};

function toFields(error: unknown): unknown {
  if (!(error instanceof AppError) || !error.fieldErrors) return error;
  const fields = Object.entries(error.fieldErrors).map(([field, words]) => [names[field] ?? field, words]);
  return new AppError(error.code, error.message, Object.fromEntries(fields), error.stale);
}
