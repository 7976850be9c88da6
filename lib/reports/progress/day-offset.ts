import { addDays, type CivilDate } from "@/lib/platform/dates/civil";

/**
 * `addDays` that remembers its last answer: a portfolio asks for the same day before or after the report's day
 * once a milestone, and calendar arithmetic was most of the time that it took.
 */
export function toDayOffset(): typeof addDays {
  let asked: { date: CivilDate; days: number; answer: CivilDate } | null = null;
  return (date, days) => {
    if (asked?.date !== date || asked.days !== days) asked = { date, days, answer: addDays(date, days) };
    return asked.answer;
  };
}
