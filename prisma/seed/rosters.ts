import { createEmployeeSchema, degrees, jobCategories, talentGrades } from "@/lib/domain/employees/schema";
import { createEmployees } from "@/lib/domain/employees/service";
import { db } from "@/lib/platform/db/client";
import type { Firm } from "./firms";
import { dayBetween } from "./lettings";
import { inventPerson } from "./names";
import { createRandom, type Random } from "./random";
import { loader, say, together } from "./write";

/** The declaration that rosters stand beside. */
const ON = "2022-09-30";
const FIRMS = 45;

const foreigners: [string, string][] = [
  ["SG", "Tan Wei Ming"],
  ["SG", "Lim Hui Ling"],
  ["SG", "Rajesh Pillai"],
  ["MY", "Nurul Aisyah"],
  ["DE", "Jonas Weber"],
  ["IN", "Ananya Rao"],
  ["JP", "Sato Haruka"],
  ["US", "Emily Carter"],
];

/**
 * Rosters of a few dozen firms of Phase I, all made up: about as many people as each declared, and beside them interns,
 * outsourced staff and people who have left, so that the difference has something to explain. Dates around the report
 * day of November 2022, and some around the year in which the sample's last leases run.
 */
export async function loadRosters(firms: Firm[]): Promise<void> {
  // A lot of its own: what was loaded before stays as it was drawn.
  const random = createRandom(20221130);
  const ids = firms.slice(0, FIRMS).map(({ id }) => id);
  const declared = await db.headcount.findMany({
    where: { enterpriseId: { in: ids }, park: { code: "OH1" }, on: new Date(`${ON}T00:00:00Z`) },
    select: { enterpriseId: true, parkId: true, own: true, dispatched: true },
  });
  const byFirm = new Map(declared.map((row) => [row.enterpriseId, row]));
  const people = ids.flatMap((id) => {
    const row = byFirm.get(id);
    return row ? toRoster(id, row.parkId, row.own ?? 0, row.dispatched ?? 0, random) : [];
  });
  await together("employees.create", (within) => createEmployees(loader, people, within));
  say(`  ${people.length} people on rosters`);
}

function toRoster(enterpriseId: string, parkId: string, own: number, dispatched: number, random: Random) {
  // Now and then a list misses somebody.
  const missed = random.chance(0.2) && own > 2 ? 1 : 0;
  const kinds = [
    ...Array.from({ length: own - missed }, () => ({ employment: "OWN" })),
    ...Array.from({ length: dispatched }, () => ({ employment: "DISPATCHED" })),
    ...Array.from({ length: random.whole(0, 1) }, () => ({ employment: "OUTSOURCED" })),
    ...Array.from({ length: random.whole(0, 1) }, () => ({ employment: "OWN", intern: true })),
    ...Array.from({ length: random.whole(0, 1) }, () => ({ employment: "OWN", left: true })),
  ];
  return kinds.map(({ left, ...kind }: { employment: string; intern?: boolean; left?: boolean }, i) => {
    const joinedOn = dayBetween(random, "2018-01-15", left ? "2021-06-30" : "2022-09-15");
    const foreign = i > 0 && random.chance(0.22) ? random.pick(foreigners) : null;
    // Whose permit ended after the report left in the years after it; whoever is still here has renewed.
    const goes = foreign !== null && random.chance(0.5);
    const leaving = left
      ? dayBetween(random, "2021-09-01", "2022-09-25")
      : goes
        ? dayBetween(random, "2023-03-01", "2025-06-30")
        : null;
    const permit = foreign && {
      nationality: foreign[0],
      permitClass: random.pick(["WORK_A", "WORK_B", "WORK_B", "WORK_C"] as const),
      permitExpiresOn: goes
        ? dayBetween(random, "2022-10-20", "2023-02-20")
        : dayBetween(random, "2026-11-10", "2027-06-30"),
    };
    return createEmployeeSchema.parse({
      ...{ enterpriseId, parkId, joinedOn, leftOn: leaving ?? "" },
      ...kind,
      nationality: "CN",
      ...permit,
      name: foreign ? foreign[1] : inventPerson(random),
      staffNo: `A${String(i + 1).padStart(3, "0")}`,
      jobCategory: random.pick(jobCategories),
      degree: random.pick(degrees),
      talentGrade: random.chance(0.06) ? random.pick(talentGrades) : "",
    });
  });
}
