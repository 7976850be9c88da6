import { beforeEach, describe, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import type { AppError } from "@/lib/platform/errors/app-error";
import { resetDatabase } from "@/lib/testing/database";
import { leaseInput, makeFirm, makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";
import { getLease, listLeases } from "./queries";
import { computeLeaseStatus, LEASE_STATUSES } from "./rules";
import { leaseListSchema } from "./schema";
import { createLease, updateLease } from "./service";
import { holdOverLease, moveInLease, moveOutLease, terminateLease } from "./service-verbs";

beforeEach(resetDatabase);

const failure = (write: Promise<unknown>): Promise<AppError> =>
  write.then(
    () => {
      throw new Error("it was not refused");
    },
    (error) => error,
  );

describe("letting a unit", () => {
  it("writes the lease, its lines and one change set", async () => {
    const park = await makePark();
    const unit = await makeUnit(park, { area: "120.50" });
    const firm = await makeFirm();
    const { id, changeSetId } = await createLease(
      system,
      leaseInput({ enterpriseId: firm.id, units: [unit.id] }),
    );
    const lease = await getLease(system, id, toCivil("2022-06-01"));
    // No area given: the whole unit.
    expect(lease).toMatchObject({ area: "120.50", status: "EXPIRING" });
    const changes = await db.change.findMany({ where: { changeSetId }, orderBy: { id: "asc" } });
    expect(changes.map((change) => [change.tableName, change.op])).toEqual([
      ["leases", "I"],
      ["lease_lines", "I"],
    ]);
  });

  it("refuses an exclusive unit twice on a day and names the other lease and its dates", async () => {
    const park = await makePark();
    const unit = await makeUnit(park);
    const [first, second] = [await makeFirm(), await makeFirm()];
    const other = leaseInput({ enterpriseId: first.id, units: [unit.id] });
    await createLease(system, other);
    const error = await failure(
      createLease(
        system,
        leaseInput({
          enterpriseId: second.id,
          units: [unit.id],
          startsOn: "2022-12-31",
          endsOn: "2023-12-30",
        }),
      ),
    );
    const words = new URLSearchParams(error.fieldErrors?.["lines.0.unitId"]?.split("?")[1]);
    expect(Object.fromEntries(words)).toEqual({
      unit: unit.code,
      lease: other.leaseNo,
      tenant: first.nameEn,
      from: "2022-01-01",
      to: "2022-12-31",
    });
    // The day after is free.
    const next = leaseInput({
      enterpriseId: second.id,
      units: [unit.id],
      startsOn: "2023-01-01",
      endsOn: "2023-12-31",
    });
    await expect(createLease(system, next)).resolves.toMatchObject({ version: 1 });
  });

  it("lets a shared unit up to its area and not a square centimetre further", async () => {
    const park = await makePark();
    const desks = await makeUnit(park, { area: "100", shared: true });
    const let_ = async (area: string, dates = {}) => {
      const firm = await makeFirm();
      return createLease(
        system,
        leaseInput({ enterpriseId: firm.id, units: [{ unitId: desks.id, area }], ...dates }),
      );
    };
    await let_("60");
    await let_("40", { startsOn: "2022-03-01", endsOn: "2022-05-31" });
    // 60 + 40 + 0.01 = 100.01 in March; 60 + 40 = 100 in June.
    expect((await failure(let_("0.01", { startsOn: "2022-05-31", endsOn: "2022-06-30" }))).message).toBe(
      "leases.errors.beyondArea",
    );
    await expect(let_("40", { startsOn: "2022-06-01", endsOn: "2022-06-30" })).resolves.toBeTruthy();
  });

  it("ends with one lease when sixteen writers race for one unit", async () => {
    const park = await makePark();
    const unit = await makeUnit(park);
    const firms = await Promise.all(Array.from({ length: 16 }, () => makeFirm()));
    const outcomes = await Promise.allSettled(
      firms.map((firm) => createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }))),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    const refusals = outcomes.flatMap((outcome) =>
      outcome.status === "rejected" ? [outcome.reason.message] : [],
    );
    expect(refusals.every((message) => message.startsWith("leases.errors.letTwice?"))).toBe(true);
    expect(await db.lease.count()).toBe(1);
  });

  it("holds in the database itself, whatever the service thinks", async () => {
    const park = await makePark();
    const unit = await makeUnit(park);
    const firm = await makeFirm();
    const { id } = await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
    const later = await createLease(
      system,
      leaseInput({ enterpriseId: firm.id, units: [unit.id], startsOn: "2023-01-01", endsOn: "2023-12-31" }),
    );
    // Holding over has no end, so it runs into the next lease.
    const error = await failure(holdOverLease(system, { id, version: 1, holdover: true, reason: null }));
    expect(error.fieldErrors?.["lines.0.unitId"]).toContain("to=2023-12-31");
    await terminateLease(system, {
      id: later.id,
      version: 1,
      terminatedOn: toCivil("2022-12-31"),
      reason: null,
    });
    await expect(
      holdOverLease(system, { id, version: 1, holdover: true, reason: null }),
    ).resolves.toMatchObject({ version: 2 });
  });

  it("keeps a sublease within its head lease, and does not call it let twice", async () => {
    const park = await makePark();
    const unit = await makeUnit(park, { area: "100" });
    const [head, tenant] = [await makeFirm(), await makeFirm()];
    const lease = await createLease(
      system,
      leaseInput({ enterpriseId: head.id, units: [{ unitId: unit.id, area: "80" }] }),
    );
    const sub = (area: string, endsOn: string) =>
      createLease(
        system,
        leaseInput({
          enterpriseId: tenant.id,
          units: [{ unitId: unit.id, area }],
          endsOn,
          subleaseOfId: lease.id,
        }),
      );
    expect((await failure(sub("81", "2022-06-30"))).message).toBe("leases.errors.beyondHead");
    expect((await failure(sub("30", "2023-01-01"))).message).toBe("leases.errors.beyondHead");
    await expect(sub("30", "2022-06-30")).resolves.toBeTruthy();
  });

  it("refuses a unit on days when it does not exist, and units of two parks", async () => {
    const [park, elsewhere] = [await makePark(), await makePark()];
    const young = await makeUnit(park, { validFrom: "2022-02-01" });
    const far = await makeUnit(elsewhere);
    const firm = await makeFirm();
    const early = await failure(
      createLease(system, leaseInput({ enterpriseId: firm.id, units: [young.id] })),
    );
    expect(early.message).toBe("leases.errors.unitNotThen");
    const split = leaseInput({ enterpriseId: firm.id, units: [young.id, far.id], startsOn: "2022-03-01" });
    expect((await failure(createLease(system, split))).fieldErrors).toEqual({
      "lines.1.unitId": "leases.errors.otherPark",
    });
  });
});

describe("who may, and how far", () => {
  it("refuses roles that only read, and answers a foreign lease as a missing one", async () => {
    const [mine, theirs] = [await makePark(), await makePark()];
    const unit = await makeUnit(theirs);
    const firm = await makeFirm();
    const { id } = await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
    const officer = await makeViewer("OFFICER", { parkIds: [mine.id] });
    const manager = await makeViewer("MANAGER");
    const verb = { id, version: 1, movedOutOn: toCivil("2022-06-30") };
    expect((await failure(moveOutLease(manager, verb))).code).toBe("FORBIDDEN");
    expect(await failure(moveOutLease(officer, verb))).toMatchObject({ code: "NOT_FOUND" });
    const missing = await failure(
      moveOutLease(officer, { ...verb, id: "01890000-0000-7000-8000-000000000000" }),
    );
    expect(missing).toMatchObject({
      code: "NOT_FOUND",
      message: (await failure(moveOutLease(officer, verb))).message,
    });
    expect(await getLease(officer, id, toCivil("2022-06-01"))).toBeNull();
    const own = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    expect(await getLease(own, id, toCivil("2022-06-01"))).toMatchObject({
      can: { update: false, terminate: false },
    });
  });
});

describe("verbs and versions", () => {
  it("tells a stale editor what changed and by whom", async () => {
    const park = await makePark();
    const unit = await makeUnit(park);
    const firm = await makeFirm();
    const { id } = await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
    const officer = await makeViewer("OFFICER");
    await moveInLease(officer, { id, version: 1, movedInOn: toCivil("2022-01-10") });
    const stale = await failure(
      terminateLease(system, { id, version: 1, terminatedOn: toCivil("2022-06-30"), reason: null }),
    );
    expect(stale).toMatchObject({
      code: "STALE",
      stale: { version: 2, by: officer.name, theirs: { movedInOn: "2022-01-10" } },
    });
  });

  it("changes lines by their unit and records only what differs", async () => {
    const park = await makePark();
    const [a, b] = [await makeUnit(park), await makeUnit(park)];
    const firm = await makeFirm();
    const input = leaseInput({ enterpriseId: firm.id, units: [a.id] });
    const { id } = await createLease(system, input);
    const lines = [{ unitId: b.id, area: "40", seats: null, lineFrom: null, lineTo: null }];
    const { changeSetId } = await updateLease(system, { ...input, id, version: 1, reason: null, lines });
    const changes = await db.change.findMany({ where: { changeSetId }, orderBy: { id: "asc" } });
    expect(changes.map((change) => [change.tableName, change.op])).toEqual([
      ["lease_lines", "D"],
      ["leases", "U"],
      ["lease_lines", "I"],
    ]);
  });
});

it("lists by status exactly what the rules say, on every day around every date", async () => {
  const park = await makePark();
  const firm = await makeFirm();
  const shapes: Record<string, unknown>[] = [
    {},
    { signedOn: "2021-12-01" },
    { signedOn: "2021-12-01", movedInOn: "2022-02-01" },
    { terminatedOn: "2022-06-30" },
    { terminatedOn: "2021-12-01", signedOn: "2021-11-01" },
    { movedOutOn: "2022-07-31", terminatedOn: "2022-06-30" },
    { movedOutOn: "2022-06-30", terminatedOn: "2022-07-31" },
    { holdover: true },
    { holdover: true, movedOutOn: "2023-03-31" },
    { holdover: true, terminatedOn: "2023-03-31" },
    { endsOn: "2025-12-31" },
    { terminatedOn: "2023-06-30" },
  ];
  for (const shape of shapes) {
    const unit = await makeUnit(park);
    await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id], ...shape }));
  }
  const all = await db.lease.findMany();
  for (const day of [
    "2021-11-15",
    "2021-12-15",
    "2022-01-01",
    "2022-01-15",
    "2022-06-30",
    "2022-07-31",
    "2022-08-01",
    "2022-12-31",
    "2023-01-01",
    "2023-03-31",
    "2023-04-01",
    "2023-07-01",
  ]) {
    const on = toCivil(day);
    for (const status of LEASE_STATUSES) {
      const listed = await listLeases(system, leaseListSchema.parse({ status, pageSize: 200 }), on);
      const terms = (await listLeases(system, leaseListSchema.parse({ pageSize: 200 }), on)).rows;
      const ruled = terms
        .filter((lease) => computeLeaseStatus(lease, on) === status)
        .map((lease) => lease.leaseNo);
      expect([day, status, listed.rows.map((lease) => lease.leaseNo).sort()]).toEqual([
        day,
        status,
        ruled.sort(),
      ]);
    }
  }
  expect(all).toHaveLength(shapes.length);
});
