import { listDueDates } from "@/lib/domain/notifications/queries-calendar";
import { zoneWords } from "@/lib/domain/zone/labels";
import { getZone } from "@/lib/domain/zone/queries";
import { wordsFor } from "@/lib/platform/api/words";
import { viewerOfCalendar } from "@/lib/platform/auth/token";
import { todayInZone } from "@/lib/platform/dates/today";
import { env } from "@/lib/platform/env/env";
import { writeCalendar } from "@/lib/platform/files/write-ics";
import { formatsFor } from "@/lib/platform/i18n/formats";
import { nameOf } from "@/lib/platform/i18n/names";

type Context = { params: Promise<{ token: string }> };

/** A person's due dates for their calendar program, which cannot sign in: the address is its own key. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const viewer = await viewerOfCalendar(token.replace(/\.ics$/, ""));
  // A wrong address, one that was taken away and one of a suspended person answer alike.
  if (!viewer) return new Response("Not found\n", { status: 404, headers: { "cache-control": "no-store" } });
  const { locale } = viewer;
  const [days, zone, t] = await Promise.all([
    listDueDates(viewer, todayInZone()),
    getZone(viewer),
    wordsFor(locale),
  ]);
  const formats = formatsFor(locale);
  const name = t("notifications.calendarName", { zone: zoneWords(locale, zone).name || t("nav.product") });
  const file = writeCalendar(
    {
      name,
      days: days.map((day) => {
        const round = nameOf(locale, day.round);
        const [opens, closes] = [formats.longDate(day.opensOn), formats.longDate(day.closesOn)];
        const path = day.firm ? `/portal/returns/${day.id}` : `/return-rounds/${day.id}`;
        return {
          ...{ uid: `${day.id}@due.tenantry`, on: day.on, version: day.version },
          title: day.firm
            ? t("notifications.dueOf", { round, firm: nameOf(locale, day.firm) })
            : t("notifications.due", { round }),
          text: [
            ...(day.firm ? [t(day.sent ? "notifications.sent" : "notifications.notSent")] : []),
            t("notifications.opens", { opens, closes }),
          ].join("\n"),
          href: new URL(path, env().PUBLIC_URL).href,
        };
      }),
    },
    new Date(),
  );
  return new Response(file, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="due-dates.ics"',
      "cache-control": "private, no-store",
    },
  });
}
