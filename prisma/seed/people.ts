import type { CreateHeadcountInput } from "@/lib/domain/headcounts/schema";
import { createHeadcounts } from "@/lib/domain/headcounts/service";
import { addMonths, type CivilDate, toCivil } from "@/lib/platform/dates/civil";
import { endOfMonth } from "@/lib/platform/dates/periods";
import { db } from "@/lib/platform/db/client";
import { LAST_DAY, REPORT_DAY } from "./lettings";
import type { Random } from "./random";
import { loader, say, together } from "./write";

/** The reported figure for Phase I. */
const REPORTED_PEOPLE = 3000;
const REPORTED_PARK = "OH1";
const ON = toCivil("2022-09-30");

type Tenancy = {
  enterprise_id: string;
  park_id: string;
  code: string;
  from: string;
  to: string | null;
  area: number;
};

/**
 * What firms declared at the end of each half-year and on 30 September 2022. In Phase I the last declarations
 * before the report day add up to what was reported; a few firms had not answered that quarter, and a few never did.
 */
export async function loadPeople(random: Random): Promise<void> {
  const tenancies = await db.$queryRaw<Tenancy[]>`
    SELECT s.enterprise_id, s.park_id, p.code, min(l.in_force_from)::text AS from,
      CASE WHEN bool_or(l.in_force_to IS NULL) THEN NULL ELSE max(l.in_force_to)::text END AS to, max(l.area)::float AS area
    FROM leases s JOIN lease_lines l ON l.lease_id = s.id JOIN parks p ON p.id = s.park_id
    WHERE l.in_force_from IS NOT NULL GROUP BY 1, 2, 3 ORDER BY p.code, min(s.lease_no)`;
  const sizes = toSizes(tenancies, random);
  const inputs = tenancies.flatMap((tenancy) =>
    toDeclarations(tenancy, sizes.get(keyOf(tenancy)) ?? 0, random),
  );
  for (let from = 0; from < inputs.length; from += 1000) {
    await together("headcounts.create", (within) =>
      createHeadcounts(loader, inputs.slice(from, from + 1000), within),
    );
  }
  say(`  ${inputs.length} headcounts`);
}

const keyOf = (tenancy: Tenancy) => `${tenancy.code} ${tenancy.enterprise_id}`;

/** Shares of the reported figure by lot, made to add up; in other parks just by lot. */
function toSizes(tenancies: Tenancy[], random: Random): Map<string, number> {
  const here = tenancies.filter((t) => t.code === REPORTED_PARK && t.from <= REPORT_DAY);
  const lots = here.map((_, i) => (i % 97 === 13 ? 0 : 1 + random.next() ** 2 * 6));
  const sum = lots.reduce((total, lot) => total + lot, 0);
  const sizes = lots.map((lot) => Math.floor((lot / sum) * REPORTED_PEOPLE));
  let rest = REPORTED_PEOPLE - sizes.reduce((total, size) => total + size, 0);
  for (let i = 0; rest > 0; i = (i + 1) % sizes.length) {
    if ((lots[i] ?? 0) === 0) continue;
    sizes[i] = (sizes[i] ?? 0) + 1;
    rest -= 1;
  }
  const map = new Map(here.map((tenancy, i) => [keyOf(tenancy), sizes[i] ?? 0]));
  for (const tenancy of tenancies) if (!map.has(keyOf(tenancy))) map.set(keyOf(tenancy), random.whole(4, 30));
  return map;
}

function toDeclarations(tenancy: Tenancy, size: number, random: Random): CreateHeadcountInput[] {
  if (size === 0) return [];
  const silent = random.chance(0.03);
  return listDays(tenancy).flatMap((on) => {
    if (on === ON && silent) return [];
    // Carried forward on the report day, so the half-year before must say the same.
    const fixed = on === ON || (silent && on === "2022-06-30");
    const years = (Date.parse(on) - Date.parse(ON)) / 31_557_600_000;
    const total = fixed ? size : Math.max(1, Math.round(size * (1 + years * 0.05) + random.whole(-1, 1)));
    return [toInput(tenancy, on, total, random)];
  });
}

function listDays(tenancy: Tenancy): CivilDate[] {
  const days: CivilDate[] = [ON, toCivil("2026-09-30")];
  for (let day: CivilDate = toCivil("2018-06-30"); day <= LAST_DAY; day = endOfMonth(addMonths(day, 6)))
    days.push(day);
  const held = days.filter((day) => day >= tenancy.from && (tenancy.to === null || day <= tenancy.to));
  // A firm that came after the last half-year declared on 30 September.
  return [
    ...new Set(tenancy.from > ON && tenancy.from <= REPORT_DAY ? [...held, toCivil(tenancy.from)] : held),
  ].sort();
}

function toInput(tenancy: Tenancy, on: CivilDate, total: number, random: Random): CreateHeadcountInput {
  const dispatched = Math.floor(total * random.next() * 0.15);
  const foreign = Math.floor(total * random.next() * 0.1);
  return {
    enterpriseId: tenancy.enterprise_id,
    parkId: tenancy.park_id,
    on,
    total,
    own: total - dispatched,
    dispatched,
    other: 0,
    local: total - foreign,
    foreign,
    fullTime: null,
    partTime: null,
    rAndD: Math.floor(total * random.next() * 0.5),
    degree: Math.floor(total * (0.4 + random.next() * 0.5)),
  };
}
