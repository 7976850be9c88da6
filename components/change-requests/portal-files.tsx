import { kindOptions } from "@/components/attachments/kinds";
import { PlainUploader } from "@/components/attachments/plain-uploader";
import { Uploader } from "@/components/attachments/uploader";
import { listAttachments } from "@/lib/domain/attachments/queries";
import type { AttachmentOwner } from "@/lib/domain/attachments/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { getTranslations } from "@/lib/platform/i18n/translator";
import styles from "./portal.module.css";
import { PortalCard } from "./portal-page";

/** The files beside a record of the firm's, as choices of a form. */
export async function listPapers(viewer: Viewer, owner: AttachmentOwner, ownerId: string) {
  const { rows } = await listAttachments(viewer, { owner, ownerId });
  return rows.map(({ id, title, fileName }) => ({ value: id, label: title ?? fileName }));
}

/** Where a file is sent before it is named in a form, and those that were sent. */
export async function PortalFiles(props: {
  owner: AttachmentOwner;
  ownerId: string;
  usual: string;
  papers: { value: string; label: string }[];
}) {
  const [t, kinds] = await Promise.all([getTranslations("change-requests.portal"), kindOptions()]);
  const { owner, ownerId, usual, papers } = props;
  const sending = { action: `/attachments/upload/${owner}/${ownerId}`, kinds, usual };
  return (
    <PortalCard title={t("files")}>
      <PlainUploader {...sending} />
      <Uploader {...sending} />
      {papers.length > 0 ? (
        <ul className={styles.rows}>
          {papers.map(({ value, label }) => (
            <li key={value}>
              <a href={`/attachments/${value}/file`} download>
                {label}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </PortalCard>
  );
}
