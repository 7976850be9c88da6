import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { AttachmentForm } from "@/components/attachments/attachment-form";
import styles from "@/components/attachments/attachments.module.css";
import { sizeInWords } from "@/components/attachments/file-size";
import { kindOptions } from "@/components/attachments/kinds";
import { RemoveAttachment } from "@/components/attachments/remove-attachment";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { getAttachment } from "@/lib/domain/attachments/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("attachments"))("editTitle") };
}

export default async function EditAttachmentPage(props: { params: Promise<{ id: string }> }) {
  const [viewer, { id }, t, formats, kinds] = await Promise.all([
    requireViewer(),
    props.params,
    getTranslations("attachments"),
    getFormats(),
    kindOptions(),
  ]);
  const found = await getAttachment(viewer, id);
  if (!found) notFound();
  const { can, ...attachment } = found;
  if (!can.update) forbidden();
  const back = `/${attachment.owner}/${attachment.ownerId}/attachments`;
  const { version, fileName: name } = attachment;
  return (
    <>
      <PageHeader title={t("editTitle")} trail={[{ href: back, label: t("title") }]} />
      <ClientMessages namespaces={["attachments"]}>
        <AttachmentForm attachment={attachment} kinds={kinds} back={back} />
        <div className={styles.facts}>
          <DescriptionList
            items={[
              {
                label: t("fileName"),
                value: (
                  <a href={`/attachments/${id}/file`} download>
                    {name}
                  </a>
                ),
              },
              { label: t("size"), value: sizeInWords(attachment.size) },
              { label: t("mediaType"), value: attachment.mediaType },
              { label: t("createdAt"), value: formats.dateTime(attachment.createdAt) },
              { label: t("createdBy"), value: attachment.createdBy },
              { label: t("sha256"), value: <span className={styles.hash}>{attachment.sha256}</span> },
            ]}
          />
          {can.delete ? (
            <p>
              <RemoveAttachment
                id={id}
                version={version}
                name={name}
                mayUndo={can.undo}
                back={back}
                look="danger"
              />
            </p>
          ) : null}
        </div>
      </ClientMessages>
    </>
  );
}
