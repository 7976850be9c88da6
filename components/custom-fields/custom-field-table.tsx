import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { customFieldTypeLabel, customLabel } from "@/lib/domain/custom-fields/labels";
import type { CustomFieldListItem } from "@/lib/domain/custom-fields/queries";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

/** The fields of one subject: what each is, who sees it, and how many records hold it. */
export async function CustomFieldTable({ label, fields }: { label: string; fields: CustomFieldListItem[] }) {
  const [t, locale] = await Promise.all([getTranslations("custom-fields"), currentLocale()]);
  const all = await getTranslations();
  return (
    <DataTable
      label={label}
      rows={fields}
      rowKey={(field) => field.id}
      rowHref={(field) => `/custom-fields/${field.id}`}
      empty={<EmptyState title={t("empty")} text={t("emptyHelp")} />}
      columns={[
        { key: "label", header: t("label"), cell: (field) => customLabel(locale, field), wrap: true },
        { key: "key", header: t("key"), cell: (field) => <code>{field.key}</code> },
        { key: "type", header: t("typeLabel"), cell: (field) => all(customFieldTypeLabel(field.type)) },
        {
          key: "required",
          header: t("requiredShort"),
          cell: (field) => (field.required ? all("common.yes") : ""),
        },
        {
          key: "shownTo",
          header: t("shownTo"),
          wrap: true,
          cell: (field) => [t("office"), ...field.shownTo.map((role) => t(`reader.${role}`))].join(", "),
        },
        { key: "held", header: t("held"), align: "end", cell: (field) => field.held },
        {
          key: "status",
          header: t("statusLabel"),
          cell: (field) => (
            <Badge tone={field.retiredAt ? "neutral" : "good"}>
              {t(field.retiredAt ? "retired" : "live")}
            </Badge>
          ),
        },
      ]}
    />
  );
}
