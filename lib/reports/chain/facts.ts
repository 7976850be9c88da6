import "server-only";
import { listAgreementIds, listAgreementsByIds } from "@/lib/domain/agreements/queries";
import { agreementListSchema, agreementStates } from "@/lib/domain/agreements/schema";
import type { MeetingDto } from "@/lib/domain/meetings/dto";
import { getMeetingBefore, listMeetingOptions } from "@/lib/domain/meetings/queries";
import { assertCan, can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { offsetOf } from "@/lib/platform/paging/list-params";
import { withStandings } from "@/lib/reports/lists/agreements";
import { computeChange, computeRollUp } from "./compute";
import { type ChainRow, withChain } from "./facts-rows";
import { listStandings } from "./facts-standings";
import { ALL_SESSIONS, type ChainParams } from "./filter";
import type { RollUp, Standing } from "./types";

/** What became of the agreements of a signing event by a day. */
export interface ChainReport {
  /** The sessions at which agreements were signed by the day, the latest first. */
  sessions: MeetingDto[];
  /** The one that is told of; null for all agreements. */
  session: MeetingDto | null;
  rollUp: RollUp;
  /** The latest session of the series that began before the day, and how each part has changed since; null without one. */
  since: { meeting: MeetingDto; change: RollUp } | null;
  /** The agreements that the filter leaves, in order, by id. */
  ids: string[];
}

/** The chain screen's figures: a few statements, however many agreements there are. @throws AppError FORBIDDEN */
export async function getChainReport(
  viewer: Viewer,
  params: ChainParams,
  asOf: CivilDate,
): Promise<ChainReport> {
  assertCan(viewer, "reports.rows");
  const sessions = (await listMeetingOptions(viewer)).filter(
    ({ agreements, startsOn }) => agreements > 0 && startsOn <= asOf,
  );
  const named = sessions.find(({ id }) => id === params.meeting);
  const session = params.meeting === ALL_SESSIONS ? null : (named ?? sessions[0] ?? null);
  const { cluster, country, park } = params;
  const narrowed = { meeting: session?.id, cluster, country, park, sort: "code" };
  const all = await listAgreementIds(viewer, agreementListSchema.parse(narrowed));
  const [standings, before] = await Promise.all([
    listStandings(viewer, all, asOf),
    session && getBefore(viewer, session, all, asOf),
  ]);
  const rollUp = computeRollUp(statesOf(standings));
  return {
    ...{ sessions, session, rollUp },
    since: before && { meeting: before.meeting, change: computeChange(rollUp, before.rollUp) },
    ids: order(all, standings, params),
  };
}

/** A page of the report's agreements with all that hangs on each. */
export async function listChainRows(
  viewer: Viewer,
  { ids }: ChainReport,
  params: ChainParams,
  asOf: CivilDate,
): Promise<ChainRow[]> {
  assertCan(viewer, "reports.rows");
  const offset = offsetOf(params);
  return listChainRowsByIds(viewer, ids.slice(offset, offset + params.pageSize), asOf);
}

export async function listChainRowsByIds(
  viewer: Viewer,
  ids: string[],
  asOf: CivilDate,
): Promise<ChainRow[]> {
  return withChain(viewer, await listAgreementsByIds(viewer, ids), asOf);
}

/** The agreements of a session that were signed by a day, by code, each with its standing: what the API rolls up. */
export async function listSessionAgreements(viewer: Viewer, meeting: string, asOf: CivilDate) {
  assertCan(viewer, "meetings.read");
  const ids = await listAgreementIds(viewer, agreementListSchema.parse({ meeting, sort: "code" }));
  const rows = await withStandings(viewer, await listAgreementsByIds(viewer, ids), asOf);
  return rows.filter(({ standing }) => standing?.state);
}

/** Where one may stand in a chain. */
export type ChainPlace = { noun: "agreements" | "projects" | "commitments"; id: string };

/** The chain that a record is a part of, from its agreement down; null where it hangs on none, or for who reads no rows. */
export async function getChain(
  viewer: Viewer,
  { noun, id }: ChainPlace,
  asOf: CivilDate,
): Promise<ChainRow | null> {
  if (!can(viewer, "reports.rows")) return null;
  const agreementId = noun === "agreements" ? id : await findAgreementAbove(noun, id);
  const [row] = agreementId ? await listChainRowsByIds(viewer, [agreementId], asOf) : [];
  return row ?? null;
}

/** The page has found the record itself within the viewer's reach. */
async function findAgreementAbove(noun: "projects" | "commitments", id: string): Promise<string | null> {
  if (noun === "projects") {
    const project = await db.project.findUnique({ where: { id }, select: { agreementId: true } });
    return project?.agreementId ?? null;
  }
  const select = { agreementId: true, project: { select: { agreementId: true } } };
  const commitment = await db.commitment.findUnique({ where: { id }, select });
  return commitment?.agreementId ?? commitment?.project?.agreementId ?? null;
}

/** The roll-up as it was when the latest session of the series before the day began. */
async function getBefore(viewer: Viewer, { seriesId }: MeetingDto, ids: string[], asOf: CivilDate) {
  const meeting = await getMeetingBefore(viewer, seriesId, asOf);
  if (!meeting) return null;
  return { meeting, rollUp: computeRollUp(statesOf(await listStandings(viewer, ids, meeting.startsOn))) };
}

function* statesOf(standings: Map<string, Standing>) {
  for (const { state } of standings.values()) yield state;
}

/** By state as the roll-up names them, then by code; what was not signed yet is no row of it. */
function order(ids: string[], standings: Map<string, Standing>, { state, sort }: ChainParams): string[] {
  const shown = ids.filter((id) => {
    const standing = standings.get(id);
    return standing?.state && (!state || standing.state === state);
  });
  const turn = sort.descending ? -1 : 1;
  const rank = (id: string) => agreementStates.indexOf(standings.get(id)?.state ?? "IN_FORCE");
  const last = (id: string) => standings.get(id)?.lastActivityOn ?? "";
  // The ids come by code, and equal ones stay so.
  if (sort.field === "code") return sort.descending ? shown.reverse() : shown;
  if (sort.field === "state") return shown.sort((a, b) => (rank(a) - rank(b)) * turn);
  return shown.sort((a, b) => last(a).localeCompare(last(b)) * turn);
}
