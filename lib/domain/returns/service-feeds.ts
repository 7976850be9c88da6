import "server-only";
import { newId } from "@/lib/platform/change-sets/open";
import { toCivil } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { readAnswers, readAsked, toPlaces } from "./dto";
import type { FoundReturn } from "./queries";
import type { Answers } from "./rules-answers";
import { toPeopleByPark } from "./rules-parks";
import { toPeople } from "./rules-sums";

const noParts = {
  ...{ own: null, dispatched: null, other: null, local: null, foreign: null },
  ...{ full_time: null, part_time: null, r_and_d: null, degree: null },
};

/**
 * What accepted answers say of people becomes the firms' declarations of the reference date, in the same change set. A
 * declaration of that day that stood there before, from whom ever, is the return's from now on. A firm in several parks
 * declares for each.
 */
export async function feedHeadcounts(tx: Tx, rows: (FoundReturn & { said?: Answers })[]): Promise<void> {
  const fed = rows.flatMap((row) => {
    const answers = row.said ?? readAnswers(row.answers);
    const people = toPeople(readAsked(row), answers);
    if (!people) return [];
    const { rAndD, fullTime, partTime, ...parts } = people;
    const declared = {
      ...{ enterprise_id: row.enterpriseId, return_id: row.id, on_date: toCivil(row.round.referenceOn) },
      ...{ r_and_d: rAndD, full_time: fullTime, part_time: partTime, ...parts },
    };
    const byPark = toPeopleByPark(toPlaces(row.places), answers);
    if (!byPark) return [{ ...declared, id: newId(), park_id: row.parkId }];
    // Who of them is dispatched, foreign or a researcher was asked of all together: no park has a part of its own.
    return byPark.map(({ parkId, total }) => ({
      ...{ ...declared, ...noParts, id: newId(), park_id: parkId, total },
    }));
  });
  if (fed.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO headcounts (id, enterprise_id, park_id, on_date, total, own, dispatched, other, local, "foreign",
      full_time, part_time, r_and_d, degree, source, return_id)
    SELECT id, enterprise_id, park_id, on_date, total, own, dispatched, other, local, "foreign",
      full_time, part_time, r_and_d, degree, 'RETURN', return_id
    FROM jsonb_populate_recordset(NULL::headcounts, ${JSON.stringify(fed)}::jsonb)
    ON CONFLICT (enterprise_id, park_id, on_date) DO UPDATE SET
      (total, own, dispatched, other, local, "foreign", full_time, part_time, r_and_d, degree, source, return_id) =
      (excluded.total, excluded.own, excluded.dispatched, excluded.other, excluded.local, excluded."foreign",
        excluded.full_time, excluded.part_time, excluded.r_and_d, excluded.degree, 'RETURN', excluded.return_id),
      version = headcounts.version + 1`;
}
