import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ActionItemFormPage } from "@/components/action-items/action-item-form-page";
import { findActionItem } from "@/components/action-items/find-action-item";
import { PageHeader } from "@/components/ui/page-header";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("action-items"))("edit") };
}

export default async function EditActionItemPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("action-items")]);
  const { viewer, item } = await findActionItem(id);
  const { can, ...values } = item;
  if (!can.update) forbidden();
  return (
    <>
      <PageHeader
        title={t("edit")}
        trail={[{ href: `/action-items/${id}`, label: titleOf(viewer.locale, item) }]}
      />
      <ActionItemFormPage viewer={viewer} item={values} />
    </>
  );
}
