import type { Within } from "@/lib/domain/in-change-set";
import { createLeaseSchema } from "@/lib/domain/leases/schema";
import { createLease } from "@/lib/domain/leases/service";
import { addDays, addMonths, type CivilDate, maxDate, toCivil } from "@/lib/platform/dates/civil";
import type { Random } from "./random";
import { loader } from "./write";

/** The day of the report that the sample zone stands for. */
export const REPORT_DAY = toCivil("2022-11-01");
/** Nothing is recorded after this day; leases may run on beyond it. */
export const LAST_DAY = toCivil("2026-10-31");

/**
 * A few leases end around this time without a word: the firm stays, and signs anew only after the report day. What is
 * occupied is the same as if it had signed in time.
 */
const LATE = { from: "2022-09-24", to: "2022-10-12", signedOn: "2022-11-18", startsOn: "2022-12-01" };

export type Space = { id: string; area: number; freeFrom: CivilDate };

type Chain = {
  enterpriseId: string;
  prefix: string;
  lines: { unitId: string; area?: string; seats?: string }[];
  signedOn: CivilDate;
  startsOn: CivilDate;
  /** The firm stays at least until this day. */
  until: CivilDate;
  /** How likely it renews each time after that. */
  loyalty: number;
};

/** A lease and its renewals, one after the other, until the firm leaves. Returns the day the space is free. */
export async function letChain(chain: Chain, random: Random, within: Within): Promise<CivilDate> {
  let renewalOfId: string | null = null;
  let { signedOn, startsOn } = chain;
  let late = false;
  for (let n = 1; ; n += 1) {
    const signedLate = late;
    const endsOn = addDays(addMonths(startsOn, 12 * random.whole(2, 4)), -1);
    const settled = endsOn >= chain.until;
    const known = endsOn <= LAST_DAY;
    const renews: boolean = known && (!settled || random.chance(chain.loyalty));
    const leaves = known && !renews;
    const holdsOver = leaves && endsOn >= "2026-01-01" && random.chance(0.3);
    const early = leaves && !holdsOver && random.chance(0.25);
    late = renews && endsOn >= LATE.from && endsOn <= LATE.to;
    const firstDay = signedLate ? toCivil(LATE.startsOn) : startsOn;
    const lastDay: CivilDate = early
      ? maxDate(addDays(endsOn, -random.whole(60, 300)), chain.until, startsOn)
      : endsOn;
    const input = createLeaseSchema.parse({
      leaseNo: `${chain.prefix}-${n}`,
      enterpriseId: chain.enterpriseId,
      signedOn: signedLate ? LATE.signedOn : signedOn,
      startsOn: firstDay,
      endsOn,
      movedInOn: n > 1 ? firstDay : startsOn > LAST_DAY ? "" : addDays(startsOn, random.whole(0, 20)),
      terminatedOn: early ? lastDay : "",
      movedOutOn: late ? addDays(toCivil(LATE.startsOn), -1) : leaves && !holdsOver ? lastDay : "",
      holdover: holdsOver || late,
      renewalOfId: renewalOfId ?? "",
      lines: chain.lines,
    });
    const lease = await createLease(loader, input, within);
    if (holdsOver) return toCivil("9999-01-01");
    if (!renews) return leaves ? addDays(lastDay, 1) : toCivil("9999-01-01");
    renewalOfId = lease.id;
    startsOn = addDays(endsOn, 1);
    signedOn = addDays(endsOn, -random.whole(20, 120));
  }
}

export function dayBetween(random: Random, from: string, to: string): CivilDate {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return addDays(toCivil(from), random.whole(0, days));
}
