import type { Metadata } from "next";
import { GridLink } from "@/components/imports/grid-link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { UnitList } from "@/components/units/unit-list";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("units"))("title") };
}

export default async function UnitsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("units"),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        action={
          can(viewer, "units.create") ? (
            <ButtonLink look="primary" href="/units/new">
              {t("new")}
            </ButtonLink>
          ) : undefined
        }
        more={can(viewer, "units.create") ? <GridLink kind="units" searchParams={searchParams} /> : undefined}
      />
      <UnitList
        viewer={viewer}
        searchParams={searchParams}
        asOf={asOfFrom(searchParams)}
        pathname="/units"
        mayChange={can(viewer, "units.changeMany")}
      />
    </>
  );
}
