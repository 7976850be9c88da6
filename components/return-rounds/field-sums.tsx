import { ReportTable } from "@/components/reports/report-table";
import { fieldsOf } from "@/lib/domain/return-forms/rules";
import type { ReturnDefinition } from "@/lib/domain/return-forms/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { fieldSumColumns, withLabels } from "@/lib/reports/returns/columns";
import { listFieldSums } from "@/lib/reports/returns/facts";

/** What the firms' figures come to, question by question. */
export async function FieldSums(props: { viewer: Viewer; roundId: string; definition: ReturnDefinition }) {
  const fields = fieldsOf(props.definition);
  const [t, formats, sums] = await Promise.all([
    getTranslations("return-rounds"),
    getFormats(),
    listFieldSums(props.viewer, props.roundId, fields),
  ]);
  return (
    <ReportTable
      label={t("sums")}
      columns={fieldSumColumns}
      rows={withLabels(fields, sums)}
      rowKey={({ key }) => key}
      cells={{
        sum: ({ sum, field }) => formats.number(sum, field.decimals),
        estimatedSum: ({ estimatedSum, field }) => formats.number(estimatedSum, field.decimals),
      }}
    />
  );
}
