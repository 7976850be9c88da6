import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { DeleteView } from "@/components/views/delete-view";
import { EditViewForm } from "@/components/views/view-form";
import { getView } from "@/lib/domain/views/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("views"))("edit") };
}

export default async function EditViewPage(props: { params: Promise<{ id: string }> }) {
  const [viewer, { id }, t] = await Promise.all([requireViewer(), props.params, getTranslations()]);
  const view = await getView(viewer, id);
  // A shared view is there to be used; its form is there for whoever may change it alone.
  if (!view?.can.update) notFound();
  const { can, list, name, version } = view;
  const address = `/${list}?${view.query}&view=${id}`;
  return (
    <>
      <PageHeader
        title={t("views.editTitle", { name })}
        trail={[{ href: address, label: t(`${list}.title`) }]}
      />
      <ClientMessages namespaces={["views"]}>
        <EditViewForm view={view} mayShare={can.share} />
        {can.delete ? (
          <p>
            <DeleteView id={id} version={version} name={name} list={list} mayUndo={can.undo} />
          </p>
        ) : null}
      </ClientMessages>
    </>
  );
}
