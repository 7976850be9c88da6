import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { findEnterprise } from "@/components/enterprises/find-enterprise";
import { HeadcountForm } from "@/components/headcounts/headcount-form";
import { PageHeader } from "@/components/ui/page-header";
import { listParkOptions } from "@/lib/domain/parks/queries";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("headcounts"))("newTitle") };
}

export default async function NewHeadcountPage(props: { searchParams: Promise<SearchParams> }) {
  const [searchParams, t] = await Promise.all([props.searchParams, getTranslations("headcounts")]);
  const { enterprise: id } = firstValues(searchParams);
  if (!id) notFound();
  const { viewer, enterprise } = await findEnterprise(id);
  if (!enterprise.can.addHeadcount) forbidden();
  const parks = await listParkOptions(viewer);
  return (
    <>
      <PageHeader
        title={t("newTitle")}
        trail={[{ href: `/enterprises/${id}/people`, label: nameOf(viewer.locale, enterprise) }]}
      />
      <ClientMessages namespaces={["headcounts"]}>
        <HeadcountForm
          enterpriseId={id}
          parks={parks.map((park) => ({ value: park.id, label: nameOf(viewer.locale, park) }))}
          today={todayInZone()}
        />
      </ClientMessages>
    </>
  );
}
