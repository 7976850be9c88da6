import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listEnterprises } from "@/lib/domain/enterprises/queries";
import { enterpriseListSchema } from "@/lib/domain/enterprises/schema";
import { listLeases } from "@/lib/domain/leases/queries";
import { leaseListSchema } from "@/lib/domain/leases/schema";
import { can } from "@/lib/domain/permissions";
import { listProjects } from "@/lib/domain/projects/queries";
import { projectListSchema } from "@/lib/domain/projects/schema";
import { listUnits } from "@/lib/domain/units/queries";
import { unitListSchema } from "@/lib/domain/units/schema";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

const SHOWN = 8;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

/** One box for firms, leases, units and projects; each viewer finds only what is in reach. */
export default async function SearchPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  const query = (firstValues(searchParams).query ?? firstValues(searchParams).q ?? "").trim().slice(0, 100);
  const asOf = asOfFrom(searchParams);
  const state = { query, pageSize: SHOWN };
  const ask = query !== "" && can(viewer, "enterprises.read");
  const [firms, leases, units, projects] = ask
    ? await Promise.all([
        listEnterprises(viewer, enterpriseListSchema.parse(state), asOf),
        listLeases(viewer, leaseListSchema.parse(state), asOf),
        listUnits(viewer, unitListSchema.parse(state), asOf),
        listProjects(viewer, projectListSchema.parse(state)),
      ])
    : [null, null, null, null];
  const groups = [
    {
      key: "enterprises",
      total: firms?.total ?? 0,
      rows: firms?.rows.map((firm) => ({
        id: firm.id,
        name: nameOf(viewer.locale, firm),
        hint: firm.identifier?.value,
      })),
    },
    {
      key: "leases",
      total: leases?.total ?? 0,
      rows: leases?.rows.map((lease) => ({
        id: lease.id,
        name: lease.leaseNo,
        hint: nameOf(viewer.locale, lease.enterprise),
      })),
    },
    {
      key: "units",
      total: units?.total ?? 0,
      rows: units?.rows.map((unit) => ({
        id: unit.id,
        name: `${unit.building.code} ${unit.code}`,
        hint: unit.park.code,
      })),
    },
    {
      key: "projects",
      total: projects?.total ?? 0,
      rows: projects?.rows.map((project) => ({
        id: project.id,
        name: titleOf(viewer.locale, project),
        hint: project.code,
      })),
    },
  ] as const;
  const found = groups.filter((group) => group.total > 0);
  return (
    <>
      <PageHeader title={query ? t("search.for", { query }) : t("search.title")} />
      {found.length === 0 ? (
        <EmptyState
          title={query ? t("search.nothing", { query }) : t("search.type")}
          text={t("search.help")}
        />
      ) : null}
      {found.map((group) => (
        <section key={group.key}>
          <h2>{t(`${group.key}.title`)}</h2>
          <ul>
            {group.rows?.map((row) => (
              <li key={row.id}>
                <AppLink href={`/${group.key}/${row.id}`}>{row.name}</AppLink> <small>{row.hint}</small>
              </li>
            ))}
          </ul>
          {group.total > SHOWN ? (
            <p>
              <AppLink href={`/${group.key}?query=${encodeURIComponent(query)}`}>
                {t("search.more", { count: group.total })}
              </AppLink>
            </p>
          ) : null}
        </section>
      ))}
    </>
  );
}
