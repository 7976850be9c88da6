import { DataTable } from "@/components/ui/data-table";
import type { QualificationDto } from "@/lib/domain/enterprises/dto";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

/** What a firm is licensed for, until when, and the paper that shows it. */
export async function QualificationTable({ rows }: { rows: QualificationDto[] }) {
  const [t, formats] = await Promise.all([getTranslations("enterprises"), getFormats()]);
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{t("qualifications")}</h2>
      <DataTable
        label={t("qualifications")}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: "title", header: t("qualificationTitle"), cell: (row) => row.title, wrap: true },
          { key: "number", header: t("qualificationNumber"), cell: (row) => row.number },
          { key: "issuer", header: t("issuer"), cell: (row) => row.issuer, wrap: true },
          { key: "from", header: t("validFrom"), cell: (row) => formats.date(row.validFrom), tabular: true },
          { key: "to", header: t("validTo"), cell: (row) => formats.date(row.validTo), tabular: true },
          {
            key: "document",
            header: t("document"),
            cell: (row) =>
              row.attachmentId ? (
                <a
                  href={`/attachments/${row.attachmentId}/file`}
                  download
                  aria-label={`${t("document")}: ${row.title}`}
                >
                  {t("document")}
                </a>
              ) : null,
          },
        ]}
      />
    </>
  );
}
