import { beforeEach, describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeMilestone, makeViewer, system } from "@/lib/testing/factories";
import { undoChangeSet } from "../change-sets/service";
import { getMilestone } from "./queries";
import { findLateness } from "./rules";
import { approveBaselineSchema, proposeBaselineSchema, refuseBaselineSchema } from "./schema";
import { forecastMilestone } from "./service";
import { approveBaseline, proposeBaseline, refuseBaseline } from "./service-baselines";
import { dependMilestone, releaseMilestone } from "./service-dependencies";

beforeEach(resetDatabase);

const day = toCivil;
const propose = (id: string, version: number, viewer = system) =>
  proposeBaseline(
    viewer,
    proposeBaselineSchema.parse({ id, version, baselineOn: "2022-09-30", reason: "Permit is late" }),
  );

describe("a baseline that is proposed", () => {
  it("moves when a manager has approved it; both baselines are kept, with who asked and who decided", async () => {
    const { id } = await makeMilestone();
    const [officer, manager] = [await makeViewer("OFFICER"), await makeViewer("MANAGER")];
    await propose(id, 1, officer);
    expect(await getMilestone(system, id)).toMatchObject({
      ...{ baselineOn: "2022-06-30", version: 2 },
      proposals: [{ baselineOn: "2022-09-30", proposedBy: officer.name, decidedOn: null }],
    });
    const input = approveBaselineSchema.parse({ id, version: 2, decidedOn: "2100-01-01", note: "Agreed" });
    await expect(approveBaseline(officer, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await approveBaseline(manager, input);
    const after = await getMilestone(system, id);
    expect(after).toMatchObject({
      ...{ baselineOn: "2022-09-30", originalBaselineOn: "2022-06-30", version: 3 },
      proposals: [{ approved: true, decidedBy: manager.name, decision: "Agreed" }],
    });
    expect(after?.baselines.map(({ baselineOn, reason }) => [baselineOn, reason])).toEqual([
      ["2022-06-30", null],
      ["2022-09-30", "Permit is late"],
    ]);
  });

  it("stays where it is refused with a reason, is one at a time, and may be asked again", async () => {
    const { id } = await makeMilestone();
    await propose(id, 1);
    await expect(propose(id, 2)).rejects.toMatchObject({ message: "milestones.errors.proposedAlready" });
    const without = refuseBaselineSchema.safeParse({ id, version: 2, note: " " });
    expect(without.error?.issues[0]?.path).toEqual(["note"]);
    await refuseBaseline(system, refuseBaselineSchema.parse({ id, version: 2, note: "No" }));
    expect(await getMilestone(system, id)).toMatchObject({
      ...{ baselineOn: "2022-06-30", proposals: [{ approved: false, decision: "No" }] },
    });
    await expect(
      refuseBaseline(system, refuseBaselineSchema.parse({ id, version: 3, note: "No" })),
    ).rejects.toMatchObject({ message: "milestones.errors.nothingProposed" });
    const again = await propose(id, 3);
    await undoChangeSet(system, { id: again.changeSetId });
    expect(await db.milestoneProposal.count()).toBe(1);
  });
});

describe("what a milestone waits for", () => {
  it("is told at it when it comes too late, and is let go", async () => {
    const [first, then] = [await makeMilestone(), await makeMilestone()];
    await dependMilestone(system, { id: then.id, version: 1, predecessorId: first.id });
    const late = { id: first.id, version: 1, forecastOn: day("2022-07-10"), note: null };
    await forecastMilestone(system, late);
    const waiting = await getMilestone(system, then.id);
    const [before] = waiting?.waitsFor ?? [];
    if (!waiting || !before) throw new Error("what was tied is not there");
    // 10 July − 30 June
    expect(findLateness(before, waiting)).toEqual({ endsOn: "2022-07-10", days: 10 });
    await releaseMilestone(system, { id: then.id, version: 2, predecessorId: first.id });
    await expect(
      releaseMilestone(system, { id: then.id, version: 3, predecessorId: first.id }),
    ).rejects.toMatchObject({ message: "milestones.errors.waitsNot" });
    expect((await getMilestone(system, then.id))?.waitsFor).toEqual([]);
  });

  it("never waits for it in turn: not itself, not at once, not by a third", async () => {
    const [a, b, c] = [await makeMilestone(), await makeMilestone(), await makeMilestone()];
    const tie = (id: string, predecessorId: string, version: number) =>
      dependMilestone(system, { id, version, predecessorId });
    const circle = { fieldErrors: { predecessorId: "milestones.errors.circle" } };
    await expect(tie(a.id, a.id, 1)).rejects.toMatchObject(circle);
    await tie(b.id, a.id, 1);
    await expect(tie(a.id, b.id, 1)).rejects.toMatchObject(circle);
    await tie(c.id, b.id, 1);
    await expect(tie(a.id, c.id, 1)).rejects.toMatchObject(circle);
    await expect(tie(b.id, a.id, 2)).rejects.toMatchObject({
      fieldErrors: { predecessorId: "milestones.errors.waitsAlready" },
    });
    // Two that are a circle only together.
    const [x, y] = [await makeMilestone(), await makeMilestone()];
    const both = await Promise.allSettled([tie(x.id, y.id, 1), tie(y.id, x.id, 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
