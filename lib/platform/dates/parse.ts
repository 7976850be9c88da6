import { type CivilDate, isCivilDate } from "@/lib/platform/dates/civil";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FULL = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const MIDNIGHT = String.raw`(?:[t ]00:00(?::00(?:\.0+)?)?(?:z|\+00:00)?)?`;

const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${MIDNIGHT}$`);
const CHINESE = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]$/;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]+)\.?,?[\s-]+(\d{4})$/;
const MONTH_DAY = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/;

/**
 * A date as people and their spreadsheets write it: `20221101`, `2022-11-01`, `2022/11/1`, `2022.11.1`,
 * `2022年11月1日`, `1 Nov 2022`, `November 1, 2022`, each also in full-width digits and with a midnight behind
 * an ISO date. Null for anything else. `01/11/2022` is refused on purpose: it is two different days.
 */
export function parseCivilDate(text: string): CivilDate | null {
  const clean = text.normalize("NFKC").trim().toLowerCase();
  let match = COMPACT.exec(clean);
  if (match) return build(match[1], match[2], match[3]);
  match = YEAR_FIRST.exec(clean);
  if (match) return build(match[1], match[3], match[4]);
  match = CHINESE.exec(clean);
  if (match) return build(match[1], match[2], match[3]);
  match = DAY_MONTH.exec(clean);
  if (match) return build(match[3], monthNumber(match[2]), match[1]);
  match = MONTH_DAY.exec(clean);
  if (match) return build(match[3], monthNumber(match[1]), match[2]);
  return null;
}

/** Whether a text is written as a date is, though there is no such day: 30 February, month 13. */
export function isNoSuchDay(text: string): boolean {
  const clean = text.normalize("NFKC").trim().toLowerCase();
  const named = DAY_MONTH.exec(clean)?.[2] ?? MONTH_DAY.exec(clean)?.[1];
  const written = [COMPACT, YEAR_FIRST, CHINESE].some((form) => form.test(clean));
  const month = named !== undefined && monthNumber(named) !== "0";
  return (written || month) && parseCivilDate(text) === null;
}

function monthNumber(name = ""): string {
  const index = name === "sept" ? 8 : Math.max(MONTHS.indexOf(name), FULL.indexOf(name));
  return String(index + 1);
}

function build(year = "", month = "", day = ""): CivilDate | null {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(text) ? text : null;
}
