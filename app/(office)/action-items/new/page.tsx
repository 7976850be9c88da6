import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ActionItemFormPage } from "@/components/action-items/action-item-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("action-items"))("newTitle") };
}

export default async function NewActionItemPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("action-items"),
  ]);
  if (!can(viewer, "action-items.create") || !reachesZone(viewer)) forbidden();
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/action-items", label: t("title") }]} />
      <ActionItemFormPage viewer={viewer} from={firstValues(searchParams)} />
    </>
  );
}
