import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { attachmentKindLabel } from "@/lib/domain/attachments/labels";
import { listAttachments } from "@/lib/domain/attachments/queries";
import type { AttachmentOwner } from "@/lib/domain/attachments/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";
import styles from "./attachments.module.css";
import { sizeInWords } from "./file-size";
import { kindOptions } from "./kinds";
import { PlainUploader } from "./plain-uploader";
import { RemoveAttachment } from "./remove-attachment";
import { Uploader } from "./uploader";

type Props = { viewer: Viewer; owner: AttachmentOwner; ownerId: string; searchParams: SearchParams };

/** The files of one record, with what adds to them for whoever may. */
export async function AttachmentSection({ viewer, owner, ownerId, searchParams }: Props) {
  const [{ rows, can }, t, formats, kinds] = await Promise.all([
    listAttachments(viewer, { owner, ownerId }),
    getTranslations(),
    getFormats(),
    kindOptions(),
  ]);
  const { problem } = firstValues(searchParams);
  const uploading = {
    action: `/attachments/upload/${owner}/${ownerId}`,
    kinds,
    usual: owner === "milestones" ? "EVIDENCE" : owner === "leases" ? "CONTRACT" : "OTHER",
  };
  const verbs = rows.some((row) => row.can.update || row.can.delete);
  return (
    <ClientMessages namespaces={["attachments"]}>
      {problem ? (
        <Banner tone="bad" role="alert">
          {translateMessage(t, problem)}
        </Banner>
      ) : null}
      {can.create ? (
        <>
          <PlainUploader {...uploading} />
          <Uploader {...uploading} />
        </>
      ) : null}
      <DataTable
        label={t("attachments.title")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            title={t("attachments.none")}
            text={can.create ? t("attachments.noneAdd") : t("attachments.none2")}
          />
        }
        columns={[
          {
            key: "fileName",
            header: t("attachments.fileName"),
            wrap: true,
            cell: (row) => (
              <span className={styles.file}>
                <a href={`/attachments/${row.id}/file`} download>
                  {row.title ?? row.fileName}
                </a>
                {row.title ? <span>{row.fileName}</span> : null}
              </span>
            ),
          },
          {
            key: "kind",
            header: t("attachments.kindLabel"),
            cell: (row) => t(attachmentKindLabel(row.kind)),
          },
          {
            key: "size",
            header: t("attachments.size"),
            align: "end",
            cell: (row) => sizeInWords(row.size),
          },
          {
            key: "createdAt",
            header: t("attachments.createdAt"),
            cell: (row) => formats.dateTime(row.createdAt),
          },
          { key: "createdBy", header: t("attachments.createdBy"), cell: (row) => row.createdBy },
          ...(verbs
            ? [
                {
                  key: "verbs",
                  header: <span className="visually-hidden">{t("attachments.actions")}</span>,
                  cell: (row: (typeof rows)[number]) => (
                    <span className={styles.rowVerbs}>
                      {row.can.update ? (
                        <AppLink
                          href={`/attachments/${row.id}/edit`}
                          aria-label={`${t("attachments.edit")}: ${row.fileName}`}
                        >
                          {t("attachments.edit")}
                        </AppLink>
                      ) : null}
                      {row.can.delete ? (
                        <RemoveAttachment
                          id={row.id}
                          version={row.version}
                          name={row.fileName}
                          mayUndo={row.can.undo}
                        />
                      ) : null}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </ClientMessages>
  );
}
