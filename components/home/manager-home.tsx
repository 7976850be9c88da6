import { BridgeChart } from "@/components/charts/bridge-chart";
import { SparkLine } from "@/components/charts/line-chart";
import { MovingMark } from "@/components/reports/moving-mark";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { KeyFigures } from "@/components/ui/key-figures";
import { PageHeader } from "@/components/ui/page-header";
import { ZoneBeside } from "@/components/zone/zone-beside";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { recallClaimAlarms, recallManagerHome } from "@/lib/reports/recall";
import styles from "./home.module.css";

/** Four figures with their change and their line, what needs attention in words, the bridge, the parks. */
export async function ManagerHome({ viewer, asOf }: { viewer: Viewer; asOf: CivilDate }) {
  const [home, t, words, formats, claims, alarms, all] = await Promise.all([
    recallManagerHome(viewer, asOf),
    getTranslations("home"),
    getTranslations("reports.attention"),
    getFormats(),
    getTranslations("claims"),
    recallClaimAlarms(viewer, asOf),
    getTranslations(),
  ]);
  const { occupancy, headcount, projects, movement } = home;
  const since = t("since", { on: formats.longDate(home.since) });
  const [rateNow, rateBefore] = [occupancy.now.occupancyRate, occupancy.before.occupancyRate];
  const points = rateNow === null || rateBefore === null ? null : rateNow - rateBefore;
  const spark = (points: { on: string; value: number | null }[], label: string) => (
    <SparkLine points={points} label={`${label}, ${t("trend")}`} />
  );
  const change = (value: number) => `${formats.change(value)} ${since}`;
  const tone = (value: number) => (value > 0 ? ("good" as const) : value < 0 ? ("bad" as const) : undefined);
  const { now, before } = { now: headcount.now.total, before: headcount.before.total };
  const people = now === null || before === null ? null : now - before;
  const onTrack = projects.onTrack - projects.onTrackBefore;
  const overdue = projects.now.overdue - projects.before.overdue;
  const bridge = movement.bridge;
  return (
    <>
      <PageHeader title={t("title")} beside={<ZoneBeside />} />
      <KeyFigures
        figures={[
          {
            label: t("occupancy"),
            href: "/reports/occupancy",
            value: formats.percent(occupancy.now.occupancyRate),
            basis: t("committed", { rate: formats.percent(occupancy.now.committedRate) }),
            change:
              points === null
                ? undefined
                : `${t("points", { value: formats.points(points * 100) })} ${since}`,
            tone: tone(points ?? 0),
            picture: spark(occupancy.line, t("occupancy")),
          },
          {
            label: t("people"),
            href: "/reports/headcount",
            value: (
              <>
                {formats.count(now)} <MovingMark standing={headcount.now.standing} />
              </>
            ),
            basis: t("carried", { share: formats.percent(headcount.now.carriedForwardShare) }),
            change: people === null ? undefined : change(people),
            tone: tone(people ?? 0),
            picture: spark(headcount.line, t("people")),
          },
          {
            label: t("onTrack"),
            href: "/reports/progress",
            value: formats.count(projects.onTrack),
            basis: t("of", { count: projects.now.projects }),
            change: change(onTrack),
            tone: tone(onTrack),
            picture: spark(projects.line, t("onTrack")),
          },
          {
            label: t("overdueMilestones"),
            href: "/reports/progress",
            value: formats.count(projects.now.overdue),
            basis: t("nextDays", { count: projects.now.upcoming }),
            change: change(overdue),
            tone: tone(-overdue),
          },
        ]}
      />
      <h2>{t("attention")}</h2>
      {home.attention.length + alarms.length === 0 ? <p>{t("quiet")}</p> : null}
      <ul className={styles.attention}>
        {alarms.length > 0 ? (
          <li>
            <AppLink href="/claims?alarm=yes">{claims("alarmTitle", { count: alarms.length })}</AppLink>
          </li>
        ) : null}
        {home.attention.map((item) => (
          <li key={item.code}>
            <AppLink href={item.href}>{words(item.code, item.params)}</AppLink>
          </li>
        ))}
      </ul>
      <div className={styles.columns}>
        <section>
          <h2>{t("movement")}</h2>
          {bridge.takeUp === null || bridge.opening === null || bridge.closing === null ? (
            <p>{all("reports.withheldMovement")}</p>
          ) : (
            <BridgeChart
              label={t("movement")}
              format={formats.count}
              steps={[
                { label: t("opening"), value: Number(bridge.opening), kind: "total" },
                { label: t("takeUp"), value: Number(bridge.takeUp), kind: "change" },
                { label: t("terminations"), value: -Number(bridge.terminations), kind: "change" },
                { label: t("closing"), value: Number(bridge.closing), kind: "total" },
              ]}
            />
          )}
        </section>
        <section>
          <h2>{t("parks")}</h2>
          <DataTable
            label={t("parks")}
            rows={home.parks}
            rowKey={(park) => park.code}
            rowHref={(park) => `/reports/occupancy?park=${encodeURIComponent(park.code)}`}
            columns={[
              { key: "name", header: t("parks"), wrap: true, cell: (park) => nameOf(viewer.locale, park) },
              {
                key: "rate",
                header: t("rate"),
                align: "end",
                cell: (park) => formats.percent(park.figures.occupancyRate),
              },
              {
                key: "occupied",
                header: t("occupied"),
                align: "end",
                cell: (park) => formats.area(park.figures.occupiedArea),
              },
              {
                key: "vacant",
                header: t("vacant"),
                align: "end",
                cell: (park) => formats.area(park.figures.vacantArea),
              },
              {
                key: "firms",
                header: t("firms"),
                align: "end",
                cell: (park) => formats.count(park.figures.tenants),
              },
              {
                key: "people",
                header: t("people"),
                align: "end",
                cell: (park) => formats.count(park.headcount),
              },
            ]}
          />
        </section>
      </div>
    </>
  );
}
