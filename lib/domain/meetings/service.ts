import "server-only";
import { assertReachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { findEnterpriseInScope } from "../enterprises/queries";
import { inChangeSet, type Within } from "../in-change-set";
import { findMeetingInScope, findSeriesInScope } from "./queries";
import type { CreateMeetingInput, UpdateMeetingInput } from "./schema";

/** @throws AppError FORBIDDEN for who does not reach the whole zone; NOT_FOUND of a series or a firm */
export async function createMeeting(viewer: Viewer, input: CreateMeetingInput, within?: Within) {
  return inChangeSet(
    viewer,
    "meetings.create",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      await findSeriesInScope(tx, viewer, input.seriesId);
      await checkFirms(tx, viewer, input.attendees, []);
      const { attendees, outcomes, ...data } = toData(input);
      return tx.meeting.create({
        data: {
          ...data,
          attendees: { create: attendees },
          outcomes: { create: outcomes.map(({ id: _, ...outcome }) => outcome) },
        },
        select: { id: true, version: true },
      });
    },
    within,
  );
}

/** The session with who took part and what came of it. An outcome that action items speak of cannot be left out. */
export async function updateMeeting(viewer: Viewer, { id, version, ...input }: UpdateMeetingInput) {
  return inChangeSet(viewer, "meetings.update", null, async (tx) => {
    assertReachesZone(viewer);
    const standing = await findMeetingInScope(tx, viewer, id);
    await findSeriesInScope(tx, viewer, input.seriesId);
    await checkFirms(tx, viewer, input.attendees, standing.attendees);
    const { attendees, outcomes, ...data } = toData(input);
    const updated = await updateVersion(tx, tx.meeting, { id, version }, data);
    await writeAttendees(tx, id, attendees, standing.attendees);
    await writeOutcomes(tx, id, outcomes, standing.outcomes);
    return updated;
  });
}

type Attendee = CreateMeetingInput["attendees"][number];
type Outcome = CreateMeetingInput["outcomes"][number];

/** Replaced where they differ, so that a session saved as it was writes no history of them. */
async function writeAttendees(
  tx: Tx,
  meetingId: string,
  attendees: (Attendee & { position: number })[],
  standing: Attendee[],
): Promise<void> {
  const words = (all: Attendee[]) =>
    JSON.stringify(
      all.map(({ enterpriseId, organisationZh, organisationEn, country, people }) => [
        ...[enterpriseId, organisationZh, organisationEn, country, people],
      ]),
    );
  if (words(attendees) === words(standing)) return;
  await tx.meetingAttendee.deleteMany({ where: { meetingId } });
  await tx.meetingAttendee.createMany({ data: attendees.map((row) => ({ ...row, meetingId })) });
}

/** Each under its own id: those left out go, those changed are changed. @throws AppError NOT_FOUND of a foreign id */
async function writeOutcomes(
  tx: Tx,
  meetingId: string,
  outcomes: (Outcome & { position: number })[],
  standing: { id: string; kind: string; textZh: string | null; textEn: string | null }[],
): Promise<void> {
  const known = new Map(standing.map((outcome, position) => [outcome.id, { ...outcome, position }]));
  if (outcomes.some(({ id }) => id && !known.has(id))) throw notFound();
  const kept = new Set(outcomes.map(({ id }) => id));
  const gone = standing.map(({ id }) => id).filter((id) => !kept.has(id));
  if (gone.length > 0) await tx.meetingOutcome.deleteMany({ where: { id: { in: gone } } });
  for (const { id, ...data } of outcomes) {
    if (!id) await tx.meetingOutcome.create({ data: { ...data, meetingId }, select: { id: true } });
    else if (Object.entries(data).some(([name, value]) => known.get(id)?.[name as "kind"] !== value)) {
      await tx.meetingOutcome.updateMany({ where: { id }, data });
    }
  }
}

/** A firm that took part already stays, whatever became of it since. */
async function checkFirms(
  tx: Tx,
  viewer: Viewer,
  attendees: { enterpriseId: string | null }[],
  standing: { enterpriseId: string | null }[],
): Promise<void> {
  const known = new Set(standing.map(({ enterpriseId }) => enterpriseId));
  for (const { enterpriseId } of attendees) {
    if (enterpriseId && !known.has(enterpriseId)) await findEnterpriseInScope(tx, viewer, enterpriseId);
  }
}

function toData({ attendees, outcomes, ...input }: CreateMeetingInput) {
  return {
    ...input,
    startsOn: fromCivil(toCivil(input.startsOn)),
    endsOn: input.endsOn ? fromCivil(toCivil(input.endsOn)) : null,
    // A firm's names are its own.
    attendees: attendees.map((attendee, position) => ({
      ...(attendee.enterpriseId ? { ...attendee, organisationZh: null, organisationEn: null } : attendee),
      position,
    })),
    outcomes: outcomes.map((outcome, position) => ({ ...outcome, position })),
  };
}
