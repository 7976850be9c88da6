import { ReportSection } from "@/components/reports/section";
import { DataTable } from "@/components/ui/data-table";
import { moneyUnitLabel, softReasonLabel } from "@/lib/domain/return-forms/labels";
import { isFigure } from "@/lib/domain/return-forms/rules";
import type { ReturnField } from "@/lib/domain/return-forms/schema";
import { checkAnswers } from "@/lib/domain/returns/rules";
import { NO_VALUE } from "@/lib/platform/i18n/formats";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { FoundReturn } from "./find-return";

/** What the firm says beside what it said last time and a year ago, with its reasons and the office's comments. */
export async function ReturnSheet({ found }: { found: FoundReturn }) {
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const { answers, last, yearAgo, reasons, comments, definition } = found;
  const { soft } = checkAnswers(definition, answers, { last, yearAgo });
  const show = (field: ReturnField, value: string | undefined) => {
    if (value === undefined) return NO_VALUE;
    if (isFigure(field)) return formats.number(value, 6);
    if (field.type === "DATE") return formats.date(value);
    const option = field.options.find(({ key }) => key === value);
    return option ? nameOf(locale, { nameZh: option.zh, nameEn: option.en }) : value;
  };
  const labelOf = (field: ReturnField) => {
    const unit = field.money
      ? t(moneyUnitLabel(field.money))
      : nameOf(locale, { nameZh: field.unitZh, nameEn: field.unitEn });
    const label = nameOf(locale, { nameZh: field.labelZh, nameEn: field.labelEn });
    return unit ? `${label}, ${unit}` : label;
  };
  const reasonOf = ({ key }: ReturnField) => {
    const reason = reasons[key];
    const moved = (soft[key] ?? []).map(({ against, percent }) =>
      t(`returns.moved.${against}`, { percent: percent === null ? "∞" : percent }),
    );
    const why = reason?.code ? `${t(softReasonLabel(reason.code))}: ${reason.words}` : null;
    return [...moved, why].filter(Boolean).join(" · ");
  };
  return definition.sections.map((section) => (
    <ReportSection key={section.key} title={titleOf(locale, section)}>
      <DataTable
        label={titleOf(locale, section)}
        rows={section.fields}
        rowKey={({ key }) => key}
        columns={[
          { key: "question", header: t("returns.question"), wrap: true, cell: labelOf },
          {
            key: "answer",
            header: t("returns.answer"),
            align: "end",
            cell: (field) => show(field, answers[field.key]),
          },
          {
            key: "last",
            header: t("returns.last"),
            align: "end",
            cell: (field) => show(field, last?.[field.key]),
          },
          {
            key: "yearAgo",
            header: t("returns.yearAgo"),
            align: "end",
            cell: (field) => show(field, yearAgo?.[field.key]),
          },
          { key: "reason", header: t("returns.reasonColumn"), wrap: true, cell: reasonOf },
          {
            key: "comment",
            header: t("returns.comment"),
            wrap: true,
            cell: ({ key }) => comments[key] ?? "",
          },
        ]}
      />
    </ReportSection>
  ));
}
