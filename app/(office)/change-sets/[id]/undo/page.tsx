import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UndoForm } from "@/components/change-sets/undo-form";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { getFreeEdit } from "@/lib/domain/change-sets/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("change-sets"))("putBack") };
}

/** The office puts back what a firm changed by itself: what it was, and why. */
export default async function UndoFreeEditPage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, viewer, t, formats] = await Promise.all([
    props.params,
    requireViewer(),
    getTranslations("change-sets"),
    getFormats(),
  ]);
  const edit = await getFreeEdit(viewer, id);
  if (!edit) notFound();
  const back = `/enterprises/${edit.firm.id}/history`;
  return (
    <>
      <PageHeader title={t("putBack")} trail={[{ href: back, label: nameOf(viewer.locale, edit.firm) }]} />
      <p>{t("putBackSaid", { by: edit.by, at: formats.dateTime(edit.at) })}</p>
      {edit.undoable ? (
        <ClientMessages namespaces={["change-sets"]}>
          <UndoForm id={id} back={back} />
        </ClientMessages>
      ) : (
        <Banner tone="warn" title={t("putBackOver")} />
      )}
    </>
  );
}
