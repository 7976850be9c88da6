/** A whole day in a calendar. `version` counts its changes, so that a program knows the newer one. */
export type CalendarDay = {
  uid: string;
  on: string;
  title: string;
  text: string;
  href: string;
  version: number;
};

/** A line may hold so many bytes; what is longer goes on in the next, behind a space. */
const LINE_BYTES = 75;
const bytes = new TextEncoder();

/**
 * A calendar as a file (RFC 5545): whole days, each with an id that stays its own, so that a program which follows the
 * address moves what moved and shows nothing twice.
 * @param at when it was written
 */
export function writeCalendar(calendar: { name: string; days: readonly CalendarDay[] }, at: Date): string {
  const stamp = `${at.toISOString().replace(/[-:]|\.\d+/g, "")}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tenantry//Due dates//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(calendar.name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ...calendar.days.flatMap((day) => [
      "BEGIN:VEVENT",
      `UID:${escapeText(day.uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day.on)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(day.on))}`,
      `SEQUENCE:${day.version}`,
      `SUMMARY:${escapeText(day.title)}`,
      `DESCRIPTION:${escapeText(day.text)}`,
      `URL:${day.href}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function compact(civil: string): string {
  return civil.replaceAll("-", "");
}

function dayAfter(civil: string): string {
  return new Date(Date.parse(`${civil}T00:00:00Z`) + 24 * 3_600_000).toISOString().slice(0, 10);
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, "\\n");
}

/** Cut between characters, never within one: a Chinese character is three bytes. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = "";
  let size = 0;
  for (const sign of line) {
    const more = bytes.encode(sign).length;
    if (size + more > LINE_BYTES) {
      parts.push(part);
      part = " ";
      size = 1;
    }
    part += sign;
    size += more;
  }
  return [...parts, part].join("\r\n");
}
