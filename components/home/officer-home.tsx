import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ZoneBeside } from "@/components/zone/zone-beside";
import { listOwnActionItems } from "@/lib/domain/action-items/queries";
import { fieldLabel } from "@/lib/domain/change-requests/labels";
import { listChangeRequests } from "@/lib/domain/change-requests/queries";
import { changeRequestListSchema } from "@/lib/domain/change-requests/schema";
import { listEnterprises } from "@/lib/domain/enterprises/queries-list";
import { listExpiringQualifications } from "@/lib/domain/enterprises/queries-qualifications";
import { enterpriseListSchema } from "@/lib/domain/enterprises/schema";
import { listLeases } from "@/lib/domain/leases/queries";
import { leaseListSchema } from "@/lib/domain/leases/schema";
import { listJoinRequests } from "@/lib/domain/memberships/queries";
import { membershipListSchema } from "@/lib/domain/memberships/schema";
import { listDueMilestones } from "@/lib/domain/milestones/queries";
import { listReturnsToReview } from "@/lib/domain/returns/queries-review";
import { reachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { addDays, type CivilDate } from "@/lib/platform/dates/civil";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { recallClaimAlarms, recallDuplicateCount } from "@/lib/reports/recall";
import { getPermitCounts } from "@/lib/reports/roster/facts";
import { FirmsWork } from "./firms-work";
import { WorkSection } from "./work-section";

const SHOWN = 8;
const ENDING_DAYS = 90;
const DUE_DAYS = 30;

/** What needs doing, in order of urgency, each row with the verb that settles it. */
export async function OfficerHome({ viewer, asOf }: { viewer: Viewer; asOf: CivilDate }) {
  const [all, t, leasing, roster, claims] = await Promise.all([
    getTranslations(),
    getTranslations("home"),
    getTranslations("leases"),
    getTranslations("employees"),
    getTranslations("claims"),
  ]);
  const until = addDays(asOf, ENDING_DAYS);
  const leases = (filters: Record<string, unknown>) =>
    listLeases(viewer, leaseListSchema.parse({ sort: "endsOn", pageSize: SHOWN, ...filters }), asOf);
  const firms = (missing: string) =>
    listEnterprises(viewer, enterpriseListSchema.parse({ missing, pageSize: SHOWN }), asOf);
  const [
    own,
    holdovers,
    ending,
    due,
    noIdentifier,
    noHeadcount,
    permits,
    alarms,
    asked,
    papers,
    joining,
    answers,
    duplicates,
  ] = await Promise.all([
    listOwnActionItems(viewer, asOf, SHOWN),
    leases({ status: "HOLDOVER" }),
    leases({ status: "EXPIRING", endsBefore: until, renewed: "no" }),
    listDueMilestones(viewer, addDays(asOf, DUE_DAYS), SHOWN),
    firms("identifier"),
    firms("headcount"),
    getPermitCounts(viewer, asOf),
    recallClaimAlarms(viewer, asOf),
    listChangeRequests(viewer, changeRequestListSchema.parse({ state: "OPEN", pageSize: SHOWN })),
    listExpiringQualifications(viewer, asOf, SHOWN),
    listJoinRequests(viewer, membershipListSchema.parse({ pageSize: SHOWN })),
    listReturnsToReview(viewer, SHOWN),
    recallDuplicateCount(viewer),
  ]);
  const permitItems = [
    { filter: "EXPIRED", count: permits.expired },
    { filter: "30", count: permits.within30 },
    { filter: "60", count: permits.within60 },
    { filter: "90", count: permits.within90 },
  ].filter(({ count }) => count > 0);
  const permitTotal = permits.expired + permits.within90;
  const settle = (lease: { id: string }) => [
    { href: `/leases/new?renewalOf=${lease.id}`, label: t("renew") },
    { href: `/leases/${lease.id}/move-out`, label: t("moveOut") },
  ];
  const nothing =
    permitTotal === 0 &&
    duplicates === 0 &&
    own.total === 0 &&
    alarms.length === 0 &&
    [holdovers, ending, due, noIdentifier, noHeadcount, asked, papers, joining, answers].every(
      (page) => page.total === 0,
    );
  const mine = `/action-items?owner=${viewer.userId}`;
  const toItem = (item: (typeof own.rows)[number]) => ({
    id: item.id,
    href: `/action-items/${item.id}`,
    title: titleOf(viewer.locale, item),
    detail: item.dueOn ? t("itemDue", { on: item.dueOn }) : t("itemUndated"),
    verbs: reachesZone(viewer) ? [{ href: `/action-items/${item.id}/complete`, label: t("complete") }] : [],
  });
  return (
    <>
      <PageHeader
        title={t("work")}
        beside={<ZoneBeside />}
        action={
          <ButtonLink look="primary" href="/leases/log">
            {leasing("log")}
          </ButtonLink>
        }
      />
      {nothing ? <EmptyState title={t("nothing")} /> : null}
      <WorkSection
        title={t("itemsOverdue")}
        total={own.overdue}
        allHref={`${mine}&state=OVERDUE`}
        items={own.rows.filter(({ state }) => state === "OVERDUE").map(toItem)}
      />
      <WorkSection
        title={t("holdovers")}
        total={holdovers.total}
        allHref="/leases?status=HOLDOVER"
        items={holdovers.rows.map((lease) => ({
          id: lease.id,
          href: `/leases/${lease.id}`,
          title: nameOf(viewer.locale, lease.enterprise),
          detail: `${lease.leaseNo} · ${t("endedOn", { on: lease.endsOn })}`,
          verbs: settle(lease),
        }))}
      />
      <WorkSection
        title={t("ending")}
        total={ending.total}
        allHref={`/leases?status=EXPIRING&endsBefore=${until}&renewed=no`}
        items={ending.rows.map((lease) => ({
          id: lease.id,
          href: `/leases/${lease.id}`,
          title: nameOf(viewer.locale, lease.enterprise),
          detail: `${lease.leaseNo} · ${t("endsOn", { on: lease.endsOn })}`,
          verbs: settle(lease),
        }))}
      />
      <WorkSection
        title={t("due")}
        total={due.total}
        allHref="/reports/progress"
        items={due.rows.map((milestone) => ({
          id: milestone.id,
          href: `/projects/${milestone.project.id}`,
          title: titleOf(viewer.locale, milestone),
          detail: `${titleOf(viewer.locale, milestone.project)} · ${t("baseline", { on: milestone.baselineOn })}`,
          verbs: [
            { href: `/milestones/${milestone.id}/complete`, label: t("complete") },
            { href: `/milestones/${milestone.id}/forecast`, label: t("forecast") },
          ],
        }))}
      />
      <WorkSection
        title={all("change-requests.home")}
        total={asked.total}
        allHref="/change-requests?state=OPEN"
        items={asked.rows.map((request) => {
          const fields = [...new Set(request.fields.map(({ field }) => all(fieldLabel(field) as never)))];
          return {
            id: request.id,
            href: `/change-requests/${request.id}`,
            title: nameOf(viewer.locale, request.enterprise),
            detail: all("change-requests.homeDetail", { fields: fields.join(" · "), days: request.days }),
            verbs: [{ href: `/change-requests/${request.id}`, label: all("change-requests.decide") }],
          };
        })}
      />
      <FirmsWork viewer={viewer} joining={joining} answers={answers} />
      <WorkSection
        title={t("itemsOpen")}
        total={own.total - own.overdue}
        allHref={`${mine}&state=OPEN`}
        items={own.rows.filter(({ state }) => state === "OPEN").map(toItem)}
      />
      <WorkSection
        title={claims("alarmHome")}
        total={alarms.length}
        allHref="/claims?alarm=yes"
        items={alarms.slice(0, SHOWN).map((claim) => ({
          id: claim.id,
          href: `/claims/${claim.id}`,
          title: nameOf(viewer.locale, { nameZh: claim.textZh, nameEn: claim.textEn }),
          detail: `${claim.code} · ${claims("publishedLine", { on: claim.publishedOn })}`,
          verbs: [],
        }))}
      />
      <WorkSection
        title={t("permits")}
        total={permitTotal}
        allHref="/employees?permit=DUE&sort=permitExpiresOn"
        items={permitItems.map(({ filter, count }) => ({
          id: filter,
          href: `/employees?permit=${filter}&sort=permitExpiresOn`,
          title: roster(`permit.${filter}`),
          detail: t("permitPeople", { count }),
          verbs: [],
        }))}
      />
      <WorkSection
        title={all("change-requests.expiring")}
        total={papers.total}
        allHref="/enterprises"
        items={papers.rows.map((paper) => ({
          id: paper.id,
          href: `/enterprises/${paper.enterprise.id}`,
          title: nameOf(viewer.locale, paper.enterprise),
          detail: `${paper.title} · ${all(
            paper.ended ? "change-requests.expiringEnded" : "change-requests.expiringEnds",
            { on: paper.validTo ?? "" },
          )}`,
          verbs: [],
        }))}
      />
      <WorkSection
        title={t("noIdentifier")}
        total={noIdentifier.total}
        allHref="/enterprises?missing=identifier"
        items={noIdentifier.rows.map((firm) => ({
          id: firm.id,
          href: `/enterprises/${firm.id}`,
          title: nameOf(viewer.locale, firm),
          detail: firm.parks.join(", "),
          verbs: [{ href: `/enterprises/${firm.id}/edit`, label: t("addIdentifier") }],
        }))}
      />
      <WorkSection
        title={t("noHeadcount")}
        total={noHeadcount.total}
        allHref="/enterprises?missing=headcount"
        items={noHeadcount.rows.map((firm) => ({
          id: firm.id,
          href: `/enterprises/${firm.id}`,
          title: nameOf(viewer.locale, firm),
          detail: firm.parks.join(", "),
          verbs: [{ href: `/headcounts/new?enterprise=${firm.id}`, label: t("addHeadcount") }],
        }))}
      />
      <p>
        <AppLink href="/enterprises/duplicates">{t("duplicates", { count: duplicates })}</AppLink>
      </p>
    </>
  );
}
