import { listActionItems, listCarriedItems } from "@/lib/domain/action-items/queries";
import { actionItemListSchema } from "@/lib/domain/action-items/schema";
import { agreementListSchema } from "@/lib/domain/agreements/schema";
import type { MeetingDetailDto } from "@/lib/domain/meetings/dto";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { listAgreementRows } from "@/lib/reports/lists/agreements";

/** More than a session signs or raises; a page of them all is still a page. */
const MOST = 200;

/** What a session signed, found open and raised, as it stands on a day. */
export async function readSession(viewer: Viewer, meeting: MeetingDetailDto, asOf: CivilDate) {
  const of = { meeting: meeting.id, pageSize: MOST };
  const [agreements, carried, raised] = await Promise.all([
    listAgreementRows(viewer, agreementListSchema.parse({ ...of, sort: "code" }), asOf),
    listCarriedItems(viewer, meeting, asOf),
    listActionItems(viewer, actionItemListSchema.parse({ ...of, sort: "number" }), asOf),
  ]);
  return { agreements: agreements.rows, carried, raised: raised.rows };
}
