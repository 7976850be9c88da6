import "server-only";
import { agreementSelect, toAgreement } from "../../domain/agreements/dto";
import { agreementScope } from "../../domain/agreements/scope";
import { toMeetingTitles } from "../../domain/meetings/dto";
import { listMeetingOptions } from "../../domain/meetings/queries";
import { assertReachesZone, type Viewer } from "../../platform/auth/viewer";
import { db } from "../../platform/db/client";
import { codesOf, inChunks, loadFirms, newNameKeys, textsOf } from "../facts-shared";
import { toPlaceKey } from "../names";
import type { Mapping, Table } from "../types";
import { splitParties } from "./read";
import type { AgreementImportFacts } from "./types";

/**
 * The agreements, firms and sessions that a file names.
 * @throws AppError FORBIDDEN: agreements are the whole zone's, so a limited officer's file is refused before it is read
 */
export async function loadAgreementFacts(
  viewer: Viewer,
  table: Table,
  mapping: Mapping,
): Promise<AgreementImportFacts> {
  assertReachesZone(viewer);
  const names = textsOf(table, mapping, "parties").flatMap(splitParties);
  const codes = codesOf(table, mapping, "agreement_no");
  const [{ firms }, meetings, rows] = await Promise.all([
    loadFirms(viewer, { names, identifiers: [] }, newNameKeys()),
    listMeetingOptions(viewer),
    inChunks(codes, (some) =>
      db.agreement.findMany({
        where: { AND: [agreementScope(viewer), { code: { in: some } }] },
        select: agreementSelect,
      }),
    ),
  ]);
  return {
    firms,
    sessions: meetings.map((meeting) => {
      const { titleZh, titleEn } = toMeetingTitles(meeting);
      const spelled = [titleZh, titleEn, `${meeting.series.code}-${meeting.number}`, meeting.startsOn];
      return { id: meeting.id, keys: spelled.flatMap((text) => (text ? [toPlaceKey(text)] : [])) };
    }),
    agreements: rows.map(toAgreement).map(({ owner: _, meeting: __, events, ...agreement }) => ({
      ...agreement,
      extended: events.some(({ kind }) => kind === "EXTENDED"),
    })),
  };
}
