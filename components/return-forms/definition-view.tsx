import { ReportSection } from "@/components/reports/section";
import { DataTable } from "@/components/ui/data-table";
import {
  feedPartLabel,
  fieldTypeLabel,
  moneyUnitLabel,
  sumKindLabel,
} from "@/lib/domain/return-forms/labels";
import { fieldsOf } from "@/lib/domain/return-forms/rules";
import type { ReturnDefinition, ReturnField } from "@/lib/domain/return-forms/schema";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

/** The questions as a firm will meet them, each with its rules in words. */
export async function DefinitionView({ definition }: { definition: ReturnDefinition }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const labelOf = (field: ReturnField) => nameOf(locale, { nameZh: field.labelZh, nameEn: field.labelEn });
  const sayingOf = (field: ReturnField) =>
    nameOf(locale, { nameZh: field.definitionZh, nameEn: field.definitionEn });
  const byKey = new Map(fieldsOf(definition).map((field) => [field.key, field]));
  const nameOfKey = (key: string) => {
    const field = byKey.get(key);
    return field ? labelOf(field) : key;
  };
  const rulesOf = (field: ReturnField) =>
    [
      field.required ? t("return-forms.required") : null,
      field.min !== null ? t("return-forms.atLeast", { min: field.min }) : null,
      field.max !== null ? t("return-forms.atMost", { max: field.max }) : null,
      field.soft.last !== null ? t("return-forms.softLastSaid", { percent: field.soft.last }) : null,
      field.soft.yearAgo !== null ? t("return-forms.softYearAgoSaid", { percent: field.soft.yearAgo }) : null,
      field.carry ? t("return-forms.carry") : null,
      field.feeds ? t("return-forms.feedsSaid", { part: t(feedPartLabel(field.feeds)) }) : null,
      ...field.options.map(({ zh, en }) => nameOf(locale, { nameZh: zh, nameEn: en })),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <>
      {definition.sections.map((section) => (
        <ReportSection
          key={section.key}
          title={titleOf(locale, section)}
          note={nameOf(locale, { nameZh: section.helpZh, nameEn: section.helpEn })}
        >
          <DataTable
            label={titleOf(locale, section)}
            rows={section.fields}
            rowKey={({ key }) => key}
            empty={<p>{t("return-forms.noQuestion")}</p>}
            columns={[
              { key: "label", header: t("return-forms.question"), wrap: true, cell: labelOf },
              { key: "definition", header: t("return-forms.definition"), wrap: true, cell: sayingOf },
              {
                key: "type",
                header: t("return-forms.typeLabel"),
                cell: (field) => {
                  const unit = field.money
                    ? t(moneyUnitLabel(field.money))
                    : nameOf(locale, { nameZh: field.unitZh, nameEn: field.unitEn });
                  return [t(fieldTypeLabel(field.type)), unit].filter(Boolean).join(", ");
                },
              },
              { key: "rules", header: t("return-forms.rules"), wrap: true, cell: rulesOf },
            ]}
          />
        </ReportSection>
      ))}
      {definition.sums.length > 0 ? (
        <ReportSection title={t("return-forms.sums")}>
          <ul>
            {definition.sums.map(({ totalKey, partKeys, kind }) => (
              <li key={`${totalKey} ${partKeys}`}>
                {`${t(sumKindLabel(kind))}: ${partKeys.map(nameOfKey).join(" + ")} → ${nameOfKey(totalKey)}`}
              </li>
            ))}
          </ul>
        </ReportSection>
      ) : null}
    </>
  );
}
