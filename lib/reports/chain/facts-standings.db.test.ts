import { beforeEach, describe, expect, it } from "vitest";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { system } from "@/lib/testing/factories";
import { makeAgreement } from "@/lib/testing/promise-factories";
import { computeChange, computeRollUp, computeStanding } from "./compute";
import { listStandings } from "./facts-standings";
import { makeWorld, type World } from "./worlds";

beforeEach(resetDatabase);

const days = ["2021-12-31", "2022-06-30", "2022-12-31", "2023-06-30", "2024-03-31"].map((day) =>
  toCivil(day),
);
const day = (on: string | null) => (on ? fromCivil(toCivil(on)) : null);

/** Writes a world row by row, each thing where the office would have it. */
async function write({ agreements }: World): Promise<void> {
  await openChangeSet(system, { verb: "agreements.create" }, async (tx) => {
    for (const { id, projects, commitments, told, extensions, activityOn: _, ...term } of agreements) {
      await tx.agreement.create({
        data: {
          ...{
            id,
            code: id,
            titleEn: id,
            signedOn: fromCivil(term.signedOn),
            expiresOn: day(term.expiresOn),
          },
          ...{ terminatedOn: day(term.terminatedOn), renewal: term.renewal },
          renewalMonths: term.renewalMonths,
        },
      });
      for (const { on, expiredOn } of extensions) {
        const data = { agreementId: id, kind: "EXTENDED" as const, on: fromCivil(on) };
        await tx.agreementEvent.create({ data: { ...data, expiredOn: day(expiredOn) } });
      }
      const ids: string[] = [];
      for (const [n, project] of projects.entries()) {
        const { stage, startedOn, deliveredOn, cancelledOn } = project;
        const data = { code: `${id}-${n}`, titleEn: "P", stage, agreementId: id, startedOn: day(startedOn) };
        const made = await tx.project.create({
          data: { ...data, deliveredOn: day(deliveredOn), cancelledOn: day(cancelledOn) },
        });
        ids.push(made.id);
      }
      for (const [n, commitment] of commitments.entries()) {
        const { baselineOn, baseline, target, waivedOn, measurements } = commitment;
        // One of a project is the agreement's too.
        const of = n === 1 && ids[0] ? { projectId: ids[0] } : { agreementId: id };
        await tx.commitment.create({
          data: {
            ...{ ...of, code: `${id}-C${n}`, titleEn: "C", baselineValue: baseline, targetValue: target },
            ...{ baselineOn: fromCivil(baselineOn), targetOn: fromCivil(toCivil("2030-12-31")) },
            ...{ waivedOn: day(waivedOn), waivedReason: waivedOn && "Agreed" },
            measurements: {
              create: measurements.map(({ on, value }) => ({ on: fromCivil(on), value, source: "Report" })),
            },
          },
        });
      }
      for (const { on, by, project } of told) {
        const projectId = project === null ? null : (ids[project] ?? null);
        const at = fromCivil(on);
        if (by === "EVENT")
          await tx.agreementEvent.create({ data: { agreementId: id, kind: "ADDENDUM", on: at } });
        else if (by === "RAISED" || by === "DONE") {
          const of = projectId ? { projectId } : { agreementId: id };
          const raisedOn = by === "DONE" ? fromCivil(term.signedOn) : at;
          const doneOn = by === "DONE" ? at : null;
          await tx.actionItem.create({ data: { ...of, titleEn: "A", raisedOn, doneOn } });
        } else if (projectId && by === "UPDATE") {
          await tx.projectUpdate.create({ data: { projectId, on: at, textEn: "U" } });
        } else if (projectId) {
          const later = fromCivil(toCivil("2031-01-01"));
          await tx.milestone.create({
            data: {
              ...{ projectId, titleEn: "M", originalBaselineOn: later, baselineOn: later },
              ...(by === "ACTUAL"
                ? { actualOn: at, evidence: "Protocol 7" }
                : { forecasts: { create: { reportedOn: at } } }),
            },
          });
        }
      }
    }
    return { id: "" };
  });
}

describe("what the database counts", () => {
  it("is what compute says of the same world, on any day, and its parts add up to what was signed", async () => {
    const seen = new Set<string | null>();
    for (const seed of [1, 2]) {
      await resetDatabase();
      const world = makeWorld(seed, 50);
      await write(world);
      for (const on of days) {
        const counted = await listStandings(system, null, on);
        const computed = world.agreements.map((facts) => computeStanding(facts, on));
        const signed = computed.filter(({ state }) => state !== null);
        expect([...counted.values()].sort(byId)).toEqual(signed.sort(byId));
        const { signed: total, ...parts } = computeRollUp([...counted.values()].map(({ state }) => state));
        expect(Object.values(parts).reduce((a, b) => a + b)).toBe(total);
        expect(total).toBe(world.agreements.filter(({ signedOn }) => signedOn <= on).length);
        for (const { state } of computed) seen.add(state);
      }
    }
    // The worlds are worth something: every state occurs, and one that was not signed yet.
    expect([...seen].map(String).sort()).toEqual([
      ...["ACTIVE", "DELIVERED", "IN_FORCE", "LAPSED", "SILENT", "null"],
    ]);
  });

  it("does not depend on what else there is, and asks once however many there are", async () => {
    const world = makeWorld(4, 20);
    await write(world);
    const on = toCivil("2023-06-30");
    const all = await listStandings(system, null, on);
    const [one] = [...all.values()];
    const alone = await listStandings(system, [one?.id ?? ""], on);
    expect([...alone.values()]).toEqual([one]);
    expect((await listStandings(system, [], on)).size).toBe(0);
  });
});

it("an agreement alone is in force for 180 days, and silent from the 181st", async () => {
  const { id } = await makeAgreement({ signedOn: "2022-11-01" });
  const on = async (text: string) => (await listStandings(system, [id], toCivil(text))).get(id)?.state;
  expect([await on("2022-10-31"), await on("2023-04-30"), await on("2023-05-01")]).toEqual([
    ...[undefined, "IN_FORCE", "SILENT"],
  ]);
  expect(await db.agreement.count()).toBe(1);
});

it("a roll-up's change is part by part", () => {
  const before = computeRollUp(["IN_FORCE", "IN_FORCE", null]);
  const now = computeRollUp(["ACTIVE", "SILENT", "IN_FORCE"]);
  expect(computeChange(now, before)).toEqual({
    ...{ signed: 1, withActiveProjects: 1, delivered: 0, lapsed: 0, silent: 1, inForce: -1 },
  });
});

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
