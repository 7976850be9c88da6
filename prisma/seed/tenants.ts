import type { Within } from "@/lib/domain/in-change-set";
import { createLeaseSchema } from "@/lib/domain/leases/schema";
import { createLease } from "@/lib/domain/leases/service";
import { addDays, type CivilDate, toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import type { Firm } from "./firms";
import { dayBetween, letChain, REPORT_DAY, type Space } from "./lettings";
import type { Random } from "./random";
import { loader, say, together } from "./write";

type Stock = { exclusive: Space[]; shared: Space[] };

/** The lettable space of a park, in an order drawn by lot. */
async function listStock(parkCode: string, random: Random): Promise<Stock> {
  const units = await db.unit.findMany({
    where: { park: { code: parkCode }, availability: "LETTABLE" },
    orderBy: [{ building: { code: "asc" } }, { code: "asc" }],
    select: { id: true, area: true, shared: true, validFrom: true },
  });
  const spaces = units.map((unit) => ({
    ...unit,
    area: Number(unit.area),
    freeFrom: toCivil(unit.validFrom),
  }));
  const drawn = spaces.map((space) => ({ space, lot: random.next() })).sort((a, b) => a.lot - b.lot);
  return {
    exclusive: drawn.map(({ space }) => space).filter((space) => !space.shared),
    shared: spaces.filter((space) => space.shared),
  };
}

/** Phase I: every made-up firm but one leases here on the report day, the desk zones included. */
async function fillOneHub(firms: Firm[], random: Random): Promise<void> {
  const stock = await listStock("OH1", random);
  const used: Space[] = [];
  await inBatches("OH1", firms, async (firm, i, within) => {
    const startsOn = dayBetween(random, "2017-12-01", "2022-09-20");
    const base = { enterpriseId: firm.id, signedOn: addDays(startsOn, -random.whole(15, 90)), loyalty: 0.86 };
    if (random.chance(0.15)) {
      const zone = stock.shared[i % stock.shared.length];
      if (!zone) return;
      const lines = [{ unitId: zone.id, area: `${random.whole(10, 20)}`, seats: `${random.whole(2, 6)}` }];
      await letChain({ ...base, prefix: `OH1-${i + 1}`, lines, startsOn, until: REPORT_DAY }, random, within);
      return;
    }
    if (random.chance(0.15) && startsOn > "2019-06-01") await letEarlierHome(firm, i, startsOn, within);
    const spaces = stock.exclusive.splice(0, random.pick([1, 1, 2, 2, 2, 3, 3]));
    const lines = spaces.map((space) => ({ unitId: space.id }));
    const free = await letChain(
      { ...base, prefix: `OH1-${i + 1}`, lines, startsOn, until: REPORT_DAY },
      random,
      within,
    );
    for (const space of spaces) used.push({ ...space, freeFrom: free });
  });

  /** Some firms began in a smaller space nearby and left it when they moved. */
  async function letEarlierHome(firm: Firm, i: number, moveOn: CivilDate, within: Within): Promise<void> {
    const space = stock.exclusive.pop();
    if (!space) return;
    const startsOn = addDays(moveOn, -random.whole(380, 540));
    await letOnce(firm, `OH1-${i + 1}E`, space, startsOn, addDays(moveOn, -1), within);
  }

  // What was left is let again, to firms that grew.
  const again = used.filter((space) => space.freeFrom < "2026-06-01");
  await inBatches("OH1", again, async (space, i, within) => {
    const firm = firms[(i * 37) % firms.length];
    const startsOn = addDays(space.freeFrom, random.whole(40, 200));
    if (!firm || startsOn > "2026-10-01") return;
    const chain = {
      enterpriseId: firm.id,
      prefix: `OH1-R${i + 1}`,
      lines: [{ unitId: space.id }],
      signedOn: addDays(startsOn, -25),
    };
    await letChain({ ...chain, startsOn, until: startsOn, loyalty: 0.8 }, random, within);
  });
}

async function letOnce(
  firm: Firm,
  leaseNo: string,
  space: Space,
  startsOn: CivilDate,
  lastDay: CivilDate,
  within: Within,
) {
  const input = createLeaseSchema.parse({
    leaseNo,
    enterpriseId: firm.id,
    signedOn: addDays(startsOn, -30),
    startsOn,
    endsOn: lastDay,
    movedInOn: startsOn,
    movedOutOn: lastDay,
    lines: [{ unitId: space.id }],
  });
  await createLease(loader, input, within);
}

/** Firms of Phase I that took further space in a younger park. */
async function fillPark(
  code: string,
  firms: Firm[],
  random: Random,
  from: string,
  to: string,
): Promise<void> {
  const stock = await listStock(code, random);
  await inBatches(code, firms, async (firm, i, within) => {
    const startsOn = dayBetween(random, from, to);
    const lines = stock.exclusive.splice(0, random.pick([1, 1, 2, 3])).map((space) => ({ unitId: space.id }));
    const chain = {
      enterpriseId: firm.id,
      prefix: `${code}-${i + 1}`,
      lines,
      signedOn: addDays(startsOn, -random.whole(30, 150)),
    };
    await letChain({ ...chain, startsOn, until: startsOn, loyalty: 0.85 }, random, within);
  });
}

/** Many leases a change set, and a word of how far it is. */
async function inBatches<T>(
  park: string,
  items: T[],
  write: (item: T, i: number, within: Within) => Promise<void>,
): Promise<void> {
  const size = 80;
  for (let from = 0; from < items.length; from += size) {
    await together("leases.create", async (within) => {
      for (const [i, item] of items.slice(from, from + size).entries()) await write(item, from + i, within);
    });
  }
  say(`  ${park}: ${await db.lease.count({ where: { park: { code: park } } })} leases`);
}

export async function loadTenants(firms: Firm[], random: Random): Promise<void> {
  await fillOneHub(firms.slice(0, -1), random);
  await fillPark(
    "CSP",
    firms.filter((_, i) => i % 6 === 1),
    random,
    "2022-06-10",
    "2023-03-01",
  );
  await fillPark("ICD", firms.filter((_, i) => i % 6 === 3).slice(0, 62), random, "2020-02-01", "2023-06-01");
  await fillPark("KTW", firms.filter((_, i) => i % 8 === 5).slice(0, 44), random, "2021-10-01", "2023-09-01");
}
