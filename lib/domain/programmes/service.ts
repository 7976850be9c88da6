import "server-only";
import { assertReachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import type { Tx } from "@/lib/platform/db/client";
import { invalid } from "@/lib/platform/errors/app-error";
import { toSearchable } from "@/lib/platform/names/searchable";
import { toSortKeys } from "@/lib/platform/names/sort-keys";
import { assertAgreements } from "../agreements/queries-options";
import { findEnterpriseInScope } from "../enterprises/queries";
import { inChangeSet, type Within } from "../in-change-set";
import { assertOwner } from "../users/queries";
import { findProgrammeInScope } from "./queries";
import { assertHoldsCohorts, assertReported, assertWithinYears } from "./rules";
import type {
  CreateProgrammeInput,
  RecordCohortInput,
  RemoveCohortInput,
  UpdateProgrammeInput,
} from "./schema";

export async function createProgramme(viewer: Viewer, input: CreateProgrammeInput, within?: Within) {
  return inChangeSet(
    viewer,
    "programmes.create",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      await checkReach(tx, viewer, input);
      return tx.programme.create({ data: toData(input), select: { id: true, version: true } });
    },
    within,
  );
}

export async function updateProgramme(viewer: Viewer, { id, version, ...input }: UpdateProgrammeInput) {
  return inChangeSet(viewer, "programmes.update", null, async (tx) => {
    assertReachesZone(viewer);
    const { cohorts } = await findProgrammeInScope(tx, viewer, id);
    await checkReach(tx, viewer, input);
    const updated = await updateVersion(tx, tx.programme, { id, version }, toData(input));
    assertHoldsCohorts(
      input,
      cohorts.map(({ year }) => year),
    );
    return updated;
  });
}

/** The counts of a year, as they were reported on a day; of a year that has some, these take their place. */
export async function recordCohort(
  viewer: Viewer,
  { id, version, ...input }: RecordCohortInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "programmes.recordCohort",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      assertWithinYears(await findProgrammeInScope(tx, viewer, id), input.year);
      assertReported(toCivil(input.reportedOn), todayInZone());
      // The programme's version stands for its cohorts too: two who correct one year see each other.
      const updated = await updateVersion(tx, tx.programme, { id, version }, {});
      const data = { ...input, reportedOn: fromCivil(toCivil(input.reportedOn)) };
      await tx.programmeCohort.upsert({
        where: { programmeId_year: { programmeId: id, year: input.year } },
        create: { ...data, programmeId: id },
        update: data,
        select: { id: true },
      });
      return updated;
    },
    within,
  );
}

/** Takes back a year that was entered by mistake; the history keeps it. */
export async function removeCohort(viewer: Viewer, { id, version, year, reason }: RemoveCohortInput) {
  return inChangeSet(viewer, "programmes.removeCohort", reason, async (tx) => {
    assertReachesZone(viewer);
    await findProgrammeInScope(tx, viewer, id);
    const updated = await updateVersion(tx, tx.programme, { id, version }, {});
    const { count } = await tx.programmeCohort.deleteMany({ where: { programmeId: id, year } });
    if (count === 0) throw invalid({ year: "programmes.errors.noCohort" });
    return updated;
  });
}

async function checkReach(tx: Tx, viewer: Viewer, input: CreateProgrammeInput): Promise<void> {
  if (input.instituteId) await findEnterpriseInScope(tx, viewer, input.instituteId);
  if (input.agreementId) await assertAgreements(tx, viewer, [input.agreementId]);
  if (input.ownerId) await assertOwner(tx, input.ownerId);
}

function toData(input: CreateProgrammeInput) {
  return {
    ...input,
    ...toSortKeys(input.nameZh, input.nameEn),
    search: toSearchable(input.code, [input.nameZh, input.nameEn]),
  };
}
