import "server-only";
import type { CivilDate } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { readDefinition } from "../return-forms/dto";
import type { Answers } from "../returns/rules-answers";
import { toComparable } from "../returns/rules-before";
import { withPlaces } from "../returns/rules-parks";

type Closing = {
  id: string;
  formVersionId: string;
  referenceOn: CivilDate;
  formVersion: { form: { id: string } };
};
type Last = { id: string; placeIds: string[]; answers: Answers | null; versionId: string | null };

/** Not sent, or sent back. */
export const missing = Prisma.sql`r.state IN ('NOT_STARTED', 'DRAFT', 'RETURNED')`;

/**
 * The returns of a round that are meant, with the firm's last answers that counted, in the words of this round's
 * questions. They are held until the transaction ends.
 * @param which of `returns r`
 */
export async function listCarried(
  tx: Tx,
  round: Closing,
  which: Prisma.Sql,
): Promise<{ id: string; answers: Answers }[]> {
  const rows = await tx.$queryRaw<Last[]>`
    SELECT r.id, p.answers, p.form_version_id AS "versionId",
      ARRAY(SELECT a.park_id::text FROM return_places a WHERE a.return_id = r.id) AS "placeIds"
    FROM returns r
    LEFT JOIN LATERAL (
      SELECT CASE WHEN p.state IN ('DRAFT', 'RETURNED') THEN p.carried ELSE p.answers END AS answers,
        o.form_version_id
      FROM returns p
      JOIN return_rounds o ON o.id = p.round_id AND o.reference_on < ${round.referenceOn}::date
      JOIN return_form_versions v ON v.id = o.form_version_id AND v.form_id = ${round.formVersion.form.id}::uuid
      WHERE p.enterprise_id = r.enterprise_id AND (p.state IN ('SUBMITTED', 'ACCEPTED', 'ESTIMATED')
        OR p.state IN ('DRAFT', 'RETURNED') AND p.carried IS NOT NULL)
      ORDER BY o.reference_on DESC, o.id DESC LIMIT 1) p ON true
    WHERE r.round_id = ${round.id}::uuid AND ${which}
    FOR UPDATE OF r`;
  const versionIds = [...new Set([round.formVersionId, ...rows.flatMap(({ versionId }) => versionId ?? [])])];
  const versions = await tx.returnFormVersion.findMany({
    where: { id: { in: versionIds } },
    select: { id: true, definition: true },
  });
  const definitions = new Map(versions.map((row) => [row.id, readDefinition(row.definition)]));
  const now = definitions.get(round.formVersionId);
  return rows.map(({ id, placeIds, answers, versionId }) => {
    const then = versionId ? definitions.get(versionId) : undefined;
    if (!answers || !then || !now) return { id, answers: {} };
    // By park as far as it was said by park: parks where the firm is no more fall away.
    const places = placeIds.map((parkId) => ({ id: parkId, nameZh: null, nameEn: null }));
    return { id, answers: toComparable(withPlaces(then, places), answers, withPlaces(now, places)) };
  });
}
