import { addDays, type CivilDate, minDate } from "@/lib/platform/dates/civil";
import { civilInZone, instantInZone } from "@/lib/platform/dates/today";
import type { JobName, ReminderStage } from "@/lib/platform/db/generated/enums";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** What failed or was cut off is tried again after so long. */
const AGAIN_MS = 10 * MINUTE_MS;

/** When each job runs by itself: so long after the last time, or once a day from an hour on, in the zone's time. */
const timetable = {
  // A little less than a day, so that a run that is late by minutes does not wander through the clock.
  PURGE_EMPLOYEES: { every: 23 * HOUR_MS },
  TURN_ROUNDS: { every: HOUR_MS },
  REMIND_RETURNS: { every: HOUR_MS },
  SEND_DIGESTS: { dailyAt: 8 },
  SEND_MAILS: { every: MINUTE_MS },
} as const satisfies Record<JobName, { every: number } | { dailyAt: number }>;

/** What is known of a job's runs: when it last began, and when it last began a run that came to its end. */
export type Runs = { began: Date | null; done: Date | null };

/** When a job runs next by itself; an instant that is past says that it is due. */
export function nextRun(job: JobName, { began, done }: Runs, now: Date): Date {
  const planned = planNext(job, done, now);
  if (!began || (done && began.getTime() <= done.getTime())) return planned;
  const again = began.getTime() + AGAIN_MS;
  return new Date(Math.max(planned.getTime(), again));
}

function planNext(job: JobName, done: Date | null, now: Date): Date {
  const plan = timetable[job];
  if ("every" in plan) return done ? new Date(done.getTime() + plan.every) : now;
  const today = civilInZone(now);
  const first = instantInZone(today, plan.dailyAt);
  // Before its hour it is yesterday's that counts: a machine that was off then makes up for it.
  const due = now < first ? instantInZone(addDays(today, -1), plan.dailyAt) : first;
  if (!done || done < due) return done || now >= first ? due : first;
  return instantInZone(addDays(civilInZone(due), 1), plan.dailyAt);
}

/** The days of a round that reminders are planned by. */
export type RoundDays = { opensOn: CivilDate; dueOn: CivilDate; closesOn: CivilDate };

/** What a firm's own people are told, in order; the owner of the round is told apart. */
const firmStages = [
  "OPENED",
  "BEFORE_DUE",
  "DUE",
  "LATE_3",
  "LATE_7",
] as const satisfies readonly ReminderStage[];
export type FirmStage = (typeof firmStages)[number];

/** The day from which a stage is reached. */
function dayOf(stage: FirmStage, { opensOn, dueOn }: RoundDays): CivilDate {
  const days = {
    OPENED: opensOn,
    BEFORE_DUE: addDays(dueOn, -7),
    DUE: dueOn,
    LATE_3: addDays(dueOn, 3),
    LATE_7: addDays(dueOn, 7),
  };
  return days[stage];
}

/**
 * The stages that a round has reached on a day, the latest last: that one is told, those before it were missed and
 * are not told late. Nothing once it is too late to answer, nor before it opens.
 */
export function reachedStages(days: RoundDays, today: CivilDate): { stage: FirmStage; on: CivilDate }[] {
  if (today < days.opensOn || today > days.closesOn) return [];
  return (
    firmStages
      .map((stage) => ({ stage, on: dayOf(stage, days) }))
      .filter(({ on }) => on <= today)
      // Of two on one day the opening is told: it says when the answer is due, too.
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.stage === "OPENED" ? 1 : -1))
  );
}

/**
 * Of which firms the owner of a round is told that day: of all that have not answered from the day after the last
 * reminder (or the closing day, if that is sooner), of those without anybody to remind a week before it is due.
 */
export function ownerIsTold({ dueOn, closesOn }: RoundDays, today: CivilDate): "ALL" | "UNREACHED" | "NONE" {
  if (today >= minDate(addDays(dueOn, 8), closesOn)) return "ALL";
  return today >= addDays(dueOn, -7) ? "UNREACHED" : "NONE";
}
