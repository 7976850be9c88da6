import { beforeEach, describe, expect, it } from "vitest";
import { loadViewer } from "@/lib/platform/auth/load";
import { viewerOfCalendar } from "@/lib/platform/auth/token";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { instantInZone } from "@/lib/platform/dates/today";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, unique } from "@/lib/testing/factories";
import { closeRound, makeReturns, makeRound, setReturns } from "@/lib/testing/round-factories";
import { listReturnsOfFirm } from "../returns/queries";
import { suspendUser } from "../users/service";
import { getNotificationSettings, listNotifications } from "./queries";
import { listDueDates } from "./queries-calendar";
import { notificationListSchema } from "./schema";
import { type Notice, notify, notifyAll } from "./service";
import { chooseWays, closeCalendar, markRead, openCalendar } from "./service-choices";
import { sendDigests } from "./service-digest";

beforeEach(resetDatabase);

const params = { round: "Q3", firm: { nameZh: "示例企业", nameEn: "Example Ltd" } };
const idOf = (viewer: Viewer) => viewer.userId ?? "";
const tell = (viewers: Viewer[], given: Partial<Notice> = {}) =>
  db.$transaction((tx) =>
    notify(tx, {
      ...{ kind: "RETURN_SUBMITTED", params, href: "/returns/1", key: unique("key") },
      ...{ userIds: viewers.map(idOf), ...given },
    }),
  );
const mine = async (viewer: Viewer, given: object = {}) =>
  (await listNotifications(viewer, notificationListSchema.parse(given))).rows;

describe("notices", () => {
  it("are told once each, in the app and by mail, whoever tells them again", async () => {
    const [one, two] = [await makeViewer("OFFICER"), await makeViewer("OFFICER")];
    await tell([one, two, one], { key: "the same" });
    await tell([one, two], { key: "the same" });
    expect(await mine(one)).toMatchObject([
      { kind: "RETURN_SUBMITTED", read: false, params, href: "/returns/1" },
    ]);
    expect(await db.mail.count()).toBe(2);
    expect((await loadViewer(idOf(one), "FORM"))?.unread).toBe(1);
  });

  it("are nobody else's to read or to mark, whatever their role", async () => {
    const [officer, admin] = [await makeViewer("OFFICER"), await makeViewer("ADMIN")];
    await tell([officer]);
    const [notice] = await mine(officer);
    const id = notice?.id ?? "";
    expect(await mine(admin)).toEqual([]);
    await expect(markRead(admin, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await markRead(admin, { id: null });
    expect(await mine(officer, { show: "unread" })).toHaveLength(1);
    await markRead(officer, { id });
    expect(await mine(officer, { show: "unread" })).toEqual([]);
    expect((await loadViewer(idOf(officer), "FORM"))?.unread).toBe(0);
  });

  it("go by mail at once, into the summary, or neither, as each person chose of each kind", async () => {
    const [usual, daily, none] = [
      await makeViewer("OFFICER"),
      await makeViewer("OFFICER"),
      await makeViewer("OFFICER"),
    ];
    await chooseWays(daily, { ways: { RETURN_SUBMITTED: "DIGEST" } });
    await chooseWays(none, { ways: { RETURN_SUBMITTED: "NONE", CHANGE_REQUESTED: "MAIL" } });
    await tell([usual, daily, none]);
    expect((await db.mail.findMany()).map(({ address }) => address)).toEqual([usual.email]);
    for (const viewer of [usual, daily, none]) expect(await mine(viewer)).toHaveLength(1);
    expect((await getNotificationSettings(daily)).ways).toContainEqual({
      kind: "RETURN_SUBMITTED",
      way: "DIGEST",
    });
    expect((await getNotificationSettings(usual)).ways).toContainEqual({
      kind: "RETURN_SUBMITTED",
      way: "MAIL",
    });
  });

  it("are not mailed to whoever was suspended", async () => {
    const officer = await makeViewer("OFFICER");
    await suspendUser(systemViewer("test"), { id: idOf(officer), suspended: true });
    await tell([officer]);
    expect(await db.mail.count()).toBe(0);
  });

  it("are chosen of what one's role is told of, and of nothing else", async () => {
    const firm = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
    await chooseWays(firm, { ways: { RETURN_SUBMITTED: "NONE", RETURN_REMINDER: "NONE" } });
    expect(await db.notificationChoice.findMany()).toMatchObject([
      { kind: "RETURN_REMINDER", byMail: false },
    ]);
    expect((await getNotificationSettings(await makeViewer("VIEWER"))).ways).toEqual([]);
  });

  it("of many firms are told in some statements, each with its own words", async () => {
    const officer = await makeViewer("OFFICER");
    const notices = Array.from({ length: 1200 }, (_, n) => ({
      ...{ kind: "RETURN_SUBMITTED" as const, userIds: [idOf(officer)], href: `/returns/${n}`, key: `k${n}` },
      params: { ...params, round: `Round ${n}` },
    }));
    expect(await db.$transaction((tx) => notifyAll(tx, notices), { timeout: 30_000 })).toBe(1200);
    expect(await db.mail.count()).toBe(1200);
    expect(await db.mail.findFirst({ where: { key: `k7/${idOf(officer)}` } })).toMatchObject({
      subject: "Example Ltd has sent Round 7",
    });
  });
});

describe("the day's summary", () => {
  const at = (day: string, hour = 8) => ({ now: instantInZone(toCivil(day), hour) });
  /** Notices of a time that the summaries are after. */
  const waiting = async (viewers: Viewer[], count = 1) => {
    for (let n = 0; n < count; n += 1) await tell(viewers);
    await db.notification.updateMany({ data: { createdAt: new Date("2022-10-01T00:00:00Z") } });
  };
  const daily = async () => {
    const viewer = await makeViewer("OFFICER");
    await chooseWays(viewer, { ways: { RETURN_SUBMITTED: "DIGEST" } });
    return viewer;
  };

  it("is one mail a person and day, with what is unread", async () => {
    const [viewer, other] = [await daily(), await makeViewer("OFFICER")];
    await waiting([viewer, other], 2);
    await waiting([viewer]);
    const [first] = await mine(viewer);
    await markRead(viewer, { id: first?.id ?? "" });
    await db.mail.deleteMany();
    expect(await sendDigests(at("2022-11-01"))).toEqual({ mails: 1, notices: 2 });
    const [mail] = await db.mail.findMany();
    expect(mail).toMatchObject({ address: viewer.email, kind: "DIGEST", subject: "2 notices from Tenantry" });
    expect(mail?.text.match(/Example Ltd has sent Q3/g)).toHaveLength(2);
    // A restart, later the same day.
    await waiting([viewer]);
    expect(await sendDigests(at("2022-11-01", 20))).toEqual({ mails: 0, notices: 0 });
    // What came after it is in the next, also when days went by.
    expect(await sendDigests(at("2022-11-05"))).toEqual({ mails: 1, notices: 1 });
    expect(await sendDigests(at("2022-11-06"))).toEqual({ mails: 0, notices: 0 });
  });

  it("is one mail where two instances write it at once", async () => {
    const viewers = [await daily(), await daily(), await daily()];
    await waiting(viewers);
    const both = await Promise.all([sendDigests(at("2022-11-01")), sendDigests(at("2022-11-01"))]);
    expect(both[0].mails + both[1].mails).toBe(3);
    expect(await db.mail.count({ where: { kind: "DIGEST" } })).toBe(3);
  });

  it("tells nothing that its reader no longer wants", async () => {
    const viewer = await daily();
    await waiting([viewer]);
    await chooseWays(viewer, { ways: { RETURN_SUBMITTED: "NONE" } });
    expect(await sendDigests(at("2022-11-01"))).toEqual({ mails: 0, notices: 0 });
  });

  it("counts the same in a dry run, and writes nothing", async () => {
    await waiting([await daily()], 3);
    expect(await sendDigests({ ...at("2022-11-01"), dryRun: true })).toEqual({ mails: 1, notices: 3 });
    expect(await sendDigests(at("2022-11-01"))).toEqual({ mails: 1, notices: 3 });
  });
});

describe("the calendar's address", () => {
  const today = toCivil("2022-11-01");
  const secretOf = ({ path }: { path: string }) => /calendar\/(.+)\.ics$/.exec(path)?.[1] ?? "";

  it("opens a firm's own due dates, and no other firm's", async () => {
    const park = await makePark();
    const round = await makeRound({ dueOn: "2022-10-31" });
    const { firms, returns } = await makeReturns({ roundId: round.id, parkId: park.id }, 2);
    const viewer = await makeViewer("ENTERPRISE", { enterpriseIds: [firms[0]?.id ?? ""] });
    const reader = await viewerOfCalendar(secretOf(await openCalendar(viewer)));
    expect(reader).toMatchObject({ userId: viewer.userId, readsOnly: true });
    const days = await listDueDates(reader as Viewer, today);
    expect(days).toMatchObject([
      { id: returns[0]?.id, on: "2022-10-31", firm: { nameEn: firms[0]?.nameEn }, sent: false },
    ]);
  });

  it("has a firm's own last day where an exception gives it one, as its room has it", async () => {
    const park = await makePark();
    const round = await makeRound({ dueOn: "2022-10-31", closesOn: "2022-11-30" });
    const { firms, returns } = await makeReturns({ roundId: round.id, parkId: park.id, state: "ESTIMATED" });
    const viewer = await makeViewer("ENTERPRISE", { enterpriseIds: [firms[0]?.id ?? ""] });
    await closeRound(round.id);
    const later = toCivil("2024-02-01");
    // More than a year ago, and nobody lets it answer: it is in no calendar, and waits for nobody.
    expect(await listDueDates(viewer, later)).toEqual([]);
    expect(await listReturnsOfFirm(viewer, later)).toMatchObject([{ waits: false }]);
    const openUntil = fromCivil(toCivil("2024-02-10"));
    const [before] = await db.return.findMany();
    await setReturns([returns[0]?.id ?? ""], { state: "ESTIMATED", openUntil });
    expect(await listDueDates(viewer, later)).toMatchObject([
      { id: before?.id, on: "2024-02-10", closesOn: "2024-02-10", sent: false },
    ]);
    const own = { dueOn: "2024-02-10", closesOn: "2024-02-10" };
    expect(await listReturnsOfFirm(viewer, later)).toMatchObject([{ waits: true, overdue: false, own }]);
    expect(await listReturnsOfFirm(viewer, toCivil("2024-02-11"))).toMatchObject([{ waits: false }]);
  });

  it("opens to the office the rounds within its reach", async () => {
    const [mine, theirs] = [await makePark(), await makePark()];
    const whole = await makeRound({});
    const [here, there] = [await makeRound({ parkId: mine.id }), await makeRound({ parkId: theirs.id })];
    const ids = async (viewer: Viewer) => (await listDueDates(viewer, today)).map(({ id }) => id).sort();
    expect(await ids(await makeViewer("MANAGER"))).toEqual([whole.id, here.id, there.id].sort());
    expect(await ids(await makeViewer("OFFICER", { parkIds: [mine.id] }))).toEqual(
      [whole.id, here.id].sort(),
    );
    expect(await ids(await makeViewer("VIEWER"))).toEqual([]);
  });

  it("is dead from the next request on once it is taken away, replaced, or its person suspended", async () => {
    const viewer = await makeViewer("OFFICER");
    const first = secretOf(await openCalendar(viewer));
    const second = secretOf(await openCalendar(viewer));
    expect(await viewerOfCalendar(first)).toBeNull();
    expect(await viewerOfCalendar(second)).not.toBeNull();
    await closeCalendar(viewer);
    expect(await viewerOfCalendar(second)).toBeNull();
    const third = secretOf(await openCalendar(viewer));
    await suspendUser(systemViewer("test"), { id: idOf(viewer), suspended: true });
    expect(await viewerOfCalendar(third)).toBeNull();
    // Only a hash is kept.
    expect(JSON.stringify(await db.notificationCalendar.findMany())).not.toContain(third);
  });
});
