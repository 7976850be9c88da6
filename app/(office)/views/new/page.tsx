import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { NewViewForm } from "@/components/views/view-form";
import { can } from "@/lib/domain/permissions";
import { mayShare, toViewQuery } from "@/lib/domain/views/rules";
import { isViewList } from "@/lib/domain/views/schema";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("views"))("newTitle") };
}

export default async function NewViewPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  if (!can(viewer, "views.create")) forbidden();
  const { list = "", query = "" } = firstValues(searchParams);
  if (!isViewList(list)) notFound();
  const title = t(`${list}.title`);
  const kept = toViewQuery(Object.fromEntries(new URLSearchParams(query)));
  return (
    <>
      <PageHeader title={t("views.newTitle")} trail={[{ href: `/${list}?${kept}`, label: title }]} />
      <ClientMessages namespaces={["views"]}>
        <NewViewForm
          list={list}
          query={kept}
          help={t("views.newHelp", { list: title })}
          mayShare={mayShare(viewer)}
        />
      </ClientMessages>
    </>
  );
}
