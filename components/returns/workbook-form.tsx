import { ReportSection } from "@/components/reports/section";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import { getTranslations } from "@/lib/platform/i18n/translator";

/** A return as a file: out with what was said before, and back as its draft. Works without JavaScript. */
export async function WorkbookForm(props: { id: string; mayFill: boolean; problem: string | undefined }) {
  const t = await getTranslations();
  const at = `/returns/${props.id}/workbook`;
  return (
    <ReportSection title={t("returns.workbook.title")}>
      {props.problem ? <Banner tone="bad" role="alert" title={translateMessage(t, props.problem)} /> : null}
      <p>
        <a href={at} download>
          {t("returns.workbook.download")}
        </a>
      </p>
      {props.mayFill ? (
        <form action={at} method="post" encType="multipart/form-data">
          <label>
            {t("returns.workbook.file")} <input type="file" name="file" accept=".xlsx,.csv" required />
          </label>{" "}
          <Button type="submit">{t("returns.workbook.upload")}</Button>
        </form>
      ) : null}
    </ReportSection>
  );
}
