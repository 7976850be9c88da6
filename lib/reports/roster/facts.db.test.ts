import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { createEmployeeSchema, employments } from "@/lib/domain/employees/schema";
import { createEmployees } from "@/lib/domain/employees/service";
import { createHeadcountSchema } from "@/lib/domain/headcounts/schema";
import { createHeadcount } from "@/lib/domain/headcounts/service";
import { addDays, toCivil } from "@/lib/platform/dates/civil";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system } from "@/lib/testing/factories";
import { computeResidual, computeRosterCount } from "./compute";
import { getPermitCounts, listRosterRows } from "./facts";

beforeAll(resetDatabase);

const first = toCivil("2022-01-01");
const dayFrom = fc.integer({ min: 0, max: 40 }).map((n) => addDays(first, n));
const person = fc
  .record({
    joinedOn: dayFrom,
    stay: fc.option(fc.integer({ min: 0, max: 40 })),
    employment: fc.constantFrom(...employments),
    intern: fc.boolean(),
  })
  .map(({ stay, ...rest }) => ({ ...rest, leftOn: stay === null ? null : addDays(rest.joinedOn, stay) }));
const declaration = fc.option(fc.record({ on: dayFrom, total: fc.integer({ min: 0, max: 30 }) }));

it("SQL and compute agree over made-up rosters, on every day", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 12 }),
      declaration,
      dayFrom,
      async (people, said, asOf) => {
        const [firm, park] = [await makeFirm(), await makePark()];
        const at = { enterpriseId: firm.id, parkId: park.id };
        const inputs = people.map((one) =>
          createEmployeeSchema.parse({ ...at, ...one, leftOn: one.leftOn ?? "", name: "Made Up" }),
        );
        await createEmployees(system, inputs);
        if (said)
          await createHeadcount(
            system,
            createHeadcountSchema.parse({ ...at, on: said.on, total: `${said.total}` }),
          );
        const rows = await listRosterRows(system, asOf, firm.id);
        const known = said && said.on <= asOf ? said : null;
        const count = computeRosterCount(people, known?.on ?? asOf);
        const there = people.some(({ joinedOn }) => joinedOn <= asOf);
        expect(rows.map((row) => [row.declared, row.declaredOn, row.count, row.residual])).toEqual(
          there
            ? [[known?.total ?? null, known?.on ?? null, count, computeResidual(known?.total ?? null, count)]]
            : [],
        );
      },
    ),
    { numRuns: 25 },
  );
});

it("shows each its own: an officer their parks, a firm itself, a partner nothing", async () => {
  const [firm, other, park, elsewhere] = [
    await makeFirm(),
    await makeFirm(),
    await makePark(),
    await makePark(),
  ];
  const one = (enterpriseId: string, parkId: string) =>
    createEmployeeSchema.parse({
      enterpriseId,
      parkId,
      name: "Made Up",
      joinedOn: "2022-01-01",
      permitExpiresOn: "2022-03-01",
    });
  await createEmployees(system, [one(firm.id, park.id), one(other.id, park.id), one(firm.id, elsewhere.id)]);
  const on = toCivil("2022-02-15");
  const seen = async (viewer: Parameters<typeof listRosterRows>[0]) => [
    (await listRosterRows(viewer, on)).length,
    (await getPermitCounts(viewer, on)).within30,
  ];
  expect(await seen(await makeViewer("OFFICER", { parkIds: [park.id] }))).toEqual([2, 2]);
  expect(await seen(await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] }))).toEqual([2, 2]);
  await expect(seen(await makeViewer("VIEWER"))).rejects.toMatchObject({ code: "FORBIDDEN" });
});
