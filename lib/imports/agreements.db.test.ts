import { beforeEach, describe, expect, it } from "vitest";
import { undoChangeSet } from "@/lib/domain/change-sets/service";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer } from "@/lib/testing/factories";
import { makeAgreement, makeMeeting, makeSeries } from "@/lib/testing/promise-factories";
import { bringIn, commit } from "./run";

beforeEach(resetDatabase);

const file = (...lines: string[]) => ({ name: "agreements.csv", bytes: Buffer.from(lines.join("\n")) });
const HEAD = "协议编号,协议名称,英文名称,协议类型,签署方,签署日期,生效日期,到期日期,签署会议";

/** The rows as they are kept, with their parties by name. */
async function kept() {
  const rows = await db.agreement.findMany({
    orderBy: { code: "asc" },
    include: { parties: { orderBy: { position: "asc" }, include: { enterprise: true } } },
  });
  return rows.map(({ code, kind, meetingId, parties }) => ({
    ...{ code, kind, meetingId },
    parties: parties.map((party) => party.enterprise?.nameEn ?? party.nameZh ?? party.nameEn),
  }));
}

describe("a list of agreements", () => {
  it("is written as one change set with its parties and session, is unchanged when it comes again, and undone", async () => {
    const viewer = await makeViewer("OFFICER");
    const series = await makeSeries({ code: "JCBC", nameZh: "中新双边合作联合委员会" });
    const session = await makeMeeting({ seriesId: series.id, number: 18 });
    const firm = await makeFirm({ nameEn: "Lion TCR Pte. Ltd." });
    const list = file(
      HEAD,
      "XY-01,合作框架备忘录,,谅解备忘录,新加坡某局；管委会,2022年11月1日,,2025-10-31,JCBC-18",
      "XY-02,,Cell base,合作协议,Lion TCR Pte. Ltd.; 管委会,2022/11/1,2022-12-01,,中新双边合作联合委员会第18次会议",
    );
    const checked = await bringIn(viewer, "agreements", list);
    expect([checked.findings.problems, checked.counts]).toMatchObject([[], { rows: 2, created: 2 }]);
    expect(await db.agreement.count()).toBe(0);
    const { changeSetId } = await commit(viewer, checked.id);
    expect(await kept()).toEqual([
      { code: "XY-01", kind: "MOU", meetingId: session.id, parties: ["新加坡某局", "管委会"] },
      { code: "XY-02", kind: "AGREEMENT", meetingId: session.id, parties: [firm.nameEn, "管委会"] },
    ]);
    expect((await bringIn(viewer, "agreements", list)).counts).toMatchObject({ unchanged: 2, failed: 0 });
    const change = file("agreement_no,title_en,expires_on", "XY-02,Cell production base,2027-10-31");
    const second = await bringIn(viewer, "agreements", change);
    expect(second.counts).toMatchObject({ updated: 1, failed: 0 });
    const { changeSetId: later } = await commit(viewer, second.id);
    // What the row left out stays.
    expect((await kept())[1]).toMatchObject({ kind: "AGREEMENT", parties: [firm.nameEn, "管委会"] });
    await undoChangeSet(viewer, { id: String(later) });
    // What was touched since stays: the other goes.
    await undoChangeSet(viewer, { id: String(changeSetId) });
    expect((await kept()).map(({ code }) => code)).toEqual(["XY-02"]);
  });

  it("leaves out what is wrong and says at which cell", async () => {
    const viewer = await makeViewer("OFFICER");
    await makeAgreement({ code: "XY-09", expiresOn: "2023-10-31" });
    const { findings, counts } = await bringIn(
      viewer,
      "agreements",
      file(
        HEAD,
        "XY-01,甲,,备忘录,管委会,,,,",
        "XY-02,乙,,意向书,管委会,2022-11-01,,,",
        "XY-03,丙,,备忘录,,2022-11-01,,,",
        "XY-04,,,备忘录,管委会,2022-11-01,,,",
        "XY-05,戊,,备忘录,管委会,2022-11-01,,2022-10-31,",
        "XY-06,己,,备忘录,管委会,2022-11-01,,,第99次会议",
        "XY-07,庚,,备忘录,管委会,2022-11-01,,,",
        "XY-07,辛,,备忘录,管委会,2022-11-01,,,",
        "XY-08,壬,,备忘录,管委会,2022-11-01,,,",
        "XY-08,壬,,备忘录,管委会,2022-11-01,,,",
      ),
    );
    expect(findings.problems.map(({ row, field, code }) => [row, field, code])).toEqual([
      [2, "signed_on", "REQUIRED"],
      [3, "kind", "CHOICE"],
      [4, "parties", "REQUIRED"],
      [5, "title_zh", "FIELD"],
      [6, "expires_on", "FIELD"],
      [7, "meeting", "MEETING_UNKNOWN"],
      [9, null, "TWICE_IN_FILE"],
    ]);
    expect(counts).toMatchObject({ rows: 10, created: 2, duplicates: 1, failed: 7 });
  });

  it("of an officer limited to parks is refused as a whole", async () => {
    const limited = await makeViewer("OFFICER", { parkIds: [(await makePark()).id] });
    const list = file("agreement_no,title_en,parties,signed_on", "XY-01,A,管委会,2022-11-01");
    await expect(bringIn(limited, "agreements", list)).rejects.toMatchObject({
      ...{ code: "FORBIDDEN", message: "errors.wholeZone" },
    });
  });
});
