import "server-only";
import { assertReachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { invalid } from "@/lib/platform/errors/app-error";
import { toSearchable } from "@/lib/platform/names/searchable";
import { toSortKeys } from "@/lib/platform/names/sort-keys";
import { findEnterpriseInScope } from "../enterprises/queries";
import { inChangeSet, type Within } from "../in-change-set";
import { findMeetingInScope } from "../meetings/queries";
import { assertOwner } from "../users/queries";
import { toAgreement } from "./dto";
import { findAgreementInScope } from "./queries";
import type { CreateAgreementInput, UpdateAgreementInput } from "./schema";

/** @throws AppError FORBIDDEN for who does not reach the whole zone; NOT_FOUND of a meeting or a party */
export async function createAgreement(viewer: Viewer, input: CreateAgreementInput, within?: Within) {
  return inChangeSet(
    viewer,
    "agreements.create",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      await checkLinks(tx, viewer, input);
      const { parties, ...data } = toData(input);
      return tx.agreement.create({
        data: { ...data, parties: { create: parties } },
        select: { id: true, version: true },
      });
    },
    within,
  );
}

/** Its parties are replaced where they differ. Once extended, its expiry is changed by extending it alone. */
export async function updateAgreement(
  viewer: Viewer,
  { id, version, ...input }: UpdateAgreementInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "agreements.update",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      const standing = toAgreement(await findAgreementInScope(tx, viewer, id));
      await checkLinks(tx, viewer, input, standing.parties);
      const extended = standing.events.some(({ kind }) => kind === "EXTENDED");
      if (extended && input.expiresOn !== standing.expiresOn) {
        throw invalid({ expiresOn: "agreements.errors.extended" });
      }
      const [first] = standing.events;
      if (first && first.on < input.signedOn) throw invalid({ signedOn: "agreements.errors.eventsBefore" });
      const { parties, ...data } = toData(input);
      const updated = await updateVersion(tx, tx.agreement, { id, version }, data);
      const before = standing.parties.map(({ enterprise: _, ...party }, position) => ({
        ...party,
        position,
      }));
      if (JSON.stringify(sorted(before)) !== JSON.stringify(sorted(parties))) {
        await tx.agreementParty.deleteMany({ where: { agreementId: id } });
        await tx.agreementParty.createMany({ data: parties.map((party) => ({ ...party, agreementId: id })) });
      }
      return updated;
    },
    within,
  );
}

type Party = CreateAgreementInput["parties"][number];

/** With their fields in one order, to be compared as text. */
const sorted = (parties: (Party & { position: number })[]) =>
  parties.map(({ position, enterpriseId, nameZh, nameEn, country }) => [
    ...[position, enterpriseId, nameZh, nameEn, country],
  ]);

/** A firm that is a party already stays one, whatever became of it since. */
async function checkLinks(
  tx: Tx,
  viewer: Viewer,
  input: CreateAgreementInput,
  standing: { enterpriseId: string | null }[] = [],
): Promise<void> {
  const known = new Set(standing.map(({ enterpriseId }) => enterpriseId));
  if (input.meetingId) await findMeetingInScope(tx, viewer, input.meetingId);
  if (input.ownerId) await assertOwner(tx, input.ownerId);
  for (const { enterpriseId } of input.parties) {
    if (enterpriseId && !known.has(enterpriseId)) await findEnterpriseInScope(tx, viewer, enterpriseId);
  }
}

function toData({ parties, ...input }: CreateAgreementInput) {
  const day = (date: string | null) => (date ? fromCivil(toCivil(date)) : null);
  return {
    ...input,
    ...toSortKeys(input.titleZh, input.titleEn),
    search: toSearchable(input.code, [input.titleZh, input.titleEn]),
    signedOn: fromCivil(toCivil(input.signedOn)),
    effectiveOn: day(input.effectiveOn),
    expiresOn: day(input.expiresOn),
    renewalMonths: input.renewal === "NONE" ? null : input.renewalMonths,
    // A firm's names are its own; the paper's words for it would only drift from them.
    parties: parties.map((party, position) => ({
      ...(party.enterpriseId ? { ...party, nameZh: null, nameEn: null } : party),
      position,
    })),
  };
}
