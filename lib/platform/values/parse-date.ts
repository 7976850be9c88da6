const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A civil date as people write it, to `YYYY-MM-DD`; null when it is none. Accepts 2022-11-01, 2022/11/1,
 * 2022.11.1, 20221101, 1 Nov 2022, Nov 1, 2022 and 2022年11月1日, in full-width digits too. Day-first and
 * month-first figures (01/11/2022) are refused: nobody can tell which is meant.
 */
export function parseHumanDate(text: string): string | null {
  const plain = text.normalize("NFKC").trim().replace(/\s+/g, " ");
  return (
    fromNumbers(/^(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})$/.exec(plain)) ??
    fromNumbers(/^(\d{4})(\d{2})(\d{2})$/.exec(plain)) ??
    fromNumbers(/^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/.exec(plain)) ??
    fromWords(/^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})$/i.exec(plain), [3, 2, 1]) ??
    fromWords(/^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(plain), [3, 1, 2])
  );
}

export function isCivilDate(text: string): boolean {
  return fromNumbers(/^(\d{4})-(\d{2})-(\d{2})$/.exec(text)) === text;
}

function fromNumbers(found: RegExpExecArray | null): string | null {
  return found && toIso(Number(found[1]), Number(found[2]), Number(found[3]));
}

function fromWords(found: RegExpExecArray | null, [y, m, d]: [number, number, number]): string | null {
  if (!found) return null;
  const word = found[m]?.toLowerCase() ?? "";
  const month = months.findIndex((name) => word.startsWith(name)) + 1;
  return month === 0 ? null : toIso(Number(found[y]), month, Number(found[d]));
}

/** Only days that the calendar has: 30 February is none. */
function toIso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return null;
  }
  return date.toISOString().slice(0, 10);
}
