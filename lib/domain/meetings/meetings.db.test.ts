import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { listHistory } from "@/lib/platform/change-sets/history";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system } from "@/lib/testing/factories";
import { makeActionItem, makeMeeting, makeSeries } from "@/lib/testing/promise-factories";
import { listCarriedItems } from "../action-items/queries";
import { completeActionItemSchema, reopenActionItemSchema } from "../action-items/schema";
import { completeActionItem, reopenActionItem } from "../action-items/service";
import { toMeetingTitles } from "./dto";
import { getMeeting, getMeetingBefore, getSeries, listMeetings } from "./queries";
import { createMeetingSchema, meetingListSchema, updateMeetingSchema, updateSeriesSchema } from "./schema";
import { createMeeting, updateMeeting } from "./service";
import { updateSeries } from "./service-series";

beforeEach(resetDatabase);

const d = (text: string) => toCivil(text);
const session = { number: 18, startsOn: "2022-11-01" };
const edit = (id: string, version: number, fields: object, viewer: Viewer = system) =>
  updateMeeting(viewer, updateMeetingSchema.parse({ id, version, ...session, ...fields }));

describe("a session", () => {
  it("is kept with who took part and what came of it, under a change set", async () => {
    const [{ id: seriesId }, firm] = [await makeSeries({ nameZh: "联合理事会" }), await makeFirm()];
    const input = createMeetingSchema.parse({
      ...{ ...session, seriesId, placeEn: "Singapore", country: "SG", endsOn: "2022-11-02" },
      attendees: [
        { enterpriseId: firm.id, people: "Li" },
        { organisationZh: "某部", country: "CN" },
      ],
      outcomes: [{ kind: "AGREED", textEn: "To go on" }],
    });
    const { id, changeSetId } = await createMeeting(system, input);
    expect(await db.changeSet.findUniqueOrThrow({ where: { id: changeSetId } })).toMatchObject({
      verb: "meetings.create",
    });
    const meeting = await getMeeting(system, id);
    expect(meeting).toMatchObject({
      ...{ country: "SG", startsOn: "2022-11-01", endsOn: "2022-11-02", can: { update: true } },
      attendees: [
        { enterpriseId: firm.id, people: "Li" },
        { organisationZh: "某部", country: "CN" },
      ],
      outcomes: [{ kind: "AGREED", textEn: "To go on" }],
    });
    expect(meeting && toMeetingTitles(meeting).titleZh).toBe("联合理事会第18次会议");
    const found = async (query: string) =>
      (await listMeetings(system, meetingListSchema.parse({ query }))).total;
    expect([await found("singapore"), await found("联合"), await found("50%")]).toEqual([1, 1, 0]);
  });

  it("is called by its number as English has it: 1st, 2nd, 3rd, 11th, 21st", () => {
    const series = { nameZh: null, nameEn: "council" };
    const say = (number: number) =>
      toMeetingTitles({ number, titleZh: null, titleEn: null, series }).titleEn?.split(" ")[0];
    expect([1, 2, 3, 4, 11, 12, 13, 21, 111].map(say)).toEqual([
      ...["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "111th"],
    ]);
  });

  it("keeps its outcomes by their ids, and none goes that an action item speaks of", async () => {
    const { id, seriesId } = await makeMeeting({ outcomes: [{ textEn: "One" }, { textEn: "Two" }] });
    const [one, two] = (await getMeeting(system, id))?.outcomes ?? [];
    await makeActionItem({ meetingId: id, outcomeId: one?.id });
    await edit(id, 1, { seriesId, outcomes: [{ ...two, textEn: "Two, again" }, one, { textEn: "Three" }] });
    const after = (await getMeeting(system, id))?.outcomes ?? [];
    expect(after.map(({ textEn }) => textEn)).toEqual(["Two, again", "One", "Three"]);
    expect(after.slice(0, 2).map((outcome) => outcome.id)).toEqual([two?.id, one?.id]);
    await expect(edit(id, 2, { seriesId, outcomes: [two] })).rejects.toMatchObject({
      fieldErrors: { outcomes: "meetings.errors.outcomeUsed" },
    });
    const other = await makeMeeting({ outcomes: [{ textEn: "Elsewhere" }] });
    const [foreign] = (await getMeeting(system, other.id))?.outcomes ?? [];
    await expect(edit(id, 2, { seriesId, outcomes: [one, foreign] })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    // What stays as it stands has no part in the history.
    await edit(id, 2, { seriesId, outcomes: after, placeEn: "Guangzhou" });
    const [last] = await listHistory([id]);
    expect(last?.rows.map(({ table }) => table)).toEqual(["meetings"]);
  });

  it("tells what the database refuses at its field, and a stale edit by whom", async () => {
    const { id, seriesId } = await makeMeeting();
    const twin = createMeetingSchema.parse({ ...session, seriesId });
    await expect(createMeeting(system, twin)).rejects.toMatchObject({
      fieldErrors: { number: "meetings.errors.numberTaken" },
    });
    const back = createMeetingSchema.safeParse({ ...session, seriesId, endsOn: "2022-10-31" });
    expect(back.error?.issues[0]?.path).toEqual(["endsOn"]);
    const series = await makeSeries();
    await expect(makeSeries({ code: series.code })).rejects.toMatchObject({
      fieldErrors: { code: "meetings.errors.codeTaken" },
    });
    await edit(id, 1, { seriesId, placeEn: "Guangzhou" });
    await expect(edit(id, 1, { seriesId, placeEn: "Singapore" })).rejects.toMatchObject({
      ...{ code: "STALE", stale: { version: 2, theirs: { placeEn: "Guangzhou" } } },
    });
  });

  it("is read by officers of some parks, who write none, and by no firm", async () => {
    const { id, seriesId } = await makeMeeting();
    const limited = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    expect((await getMeeting(limited, id))?.can).toMatchObject({ update: false, addItem: false });
    const refused = { code: "FORBIDDEN", message: "errors.wholeZone" };
    await expect(edit(id, 1, { seriesId }, limited)).rejects.toMatchObject(refused);
    const ends = updateSeriesSchema.parse({ id: seriesId, version: 1, code: "X", nameEn: "X" });
    await expect(updateSeries(limited, ends)).rejects.toMatchObject(refused);
    const tenant = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
    await expect(getMeeting(tenant, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a series", () => {
  it("ends on a day, and knows which session came before", async () => {
    const { id } = await makeSeries({ code: "JC", nameEn: "Council" });
    await updateSeries(
      system,
      updateSeriesSchema.parse({ id, version: 1, code: "JC", nameEn: "Council", endedOn: "2024-12-31" }),
    );
    await makeMeeting({ seriesId: id, number: 17, startsOn: "2021-12-29" });
    await makeMeeting({ seriesId: id, number: 18 });
    expect(await getSeries(system, id)).toMatchObject({ endedOn: "2024-12-31", sessions: 2 });
    expect(await getMeetingBefore(system, id, d("2022-11-01"))).toMatchObject({ number: 17 });
    expect(await getMeetingBefore(system, id, d("2022-11-02"))).toMatchObject({ number: 18 });
    expect(await getMeetingBefore(system, id, d("2021-12-29"))).toBeNull();
  });
});

describe("open items", () => {
  it("carry to the next session by themselves, until they are closed before it begins", async () => {
    const { id: seriesId } = await makeSeries();
    const first = await makeMeeting({ seriesId, number: 17, startsOn: "2021-12-29" });
    const second = await makeMeeting({ seriesId, number: 18, startsOn: "2022-11-01" });
    const elsewhere = await makeMeeting({ number: 5, startsOn: "2022-01-10" });
    const raise = (titleEn: string, meetingId: string, raisedOn = "2021-12-29") =>
      makeActionItem({ titleEn, meetingId, raisedOn, dueOn: "" });
    const [early, during] = [
      await raise("Closed before", first.id),
      await raise("Closed on the day", first.id),
    ];
    await raise("Still open", first.id);
    await raise("Raised since", first.id, "2022-08-01");
    await raise("Raised after", first.id, "2022-11-02");
    await raise("Of another series", elsewhere.id, "2022-01-10");
    await raise("Raised here", second.id, "2022-11-01");
    const complete = (id: string, doneOn: string) =>
      completeActionItem(system, completeActionItemSchema.parse({ id, version: 1, doneOn, result: "Sent" }));
    await complete(early.id, "2022-10-31");
    await complete(during.id, "2022-11-01");
    const meeting = { id: second.id, seriesId, startsOn: d("2022-11-01") };
    const carried = async (asOf: string) =>
      (await listCarriedItems(system, meeting, d(asOf))).map(({ titleEn, state }) => `${titleEn}: ${state}`);
    expect((await carried("2022-11-01")).sort()).toEqual([
      ...["Closed on the day: DONE", "Raised since: OPEN", "Still open: OPEN"],
    ]);
    // A correction shows at once: nothing was copied.
    const again = reopenActionItemSchema.parse({ id: early.id, version: 2, reason: "It came back" });
    await reopenActionItem(system, again);
    expect(await carried("2022-11-01")).toContain("Closed before: OPEN");
    expect(await carried("2021-12-31")).not.toContain("Raised since: OPEN");
  });
});
