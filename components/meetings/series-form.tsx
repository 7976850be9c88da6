"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createSeriesAction, updateSeriesAction } from "@/lib/domain/meetings/actions";
import type { SeriesDto } from "@/lib/domain/meetings/dto";
import { createSeriesSchema, updateSeriesSchema } from "@/lib/domain/meetings/schema";

/** A row of meetings that follow one another. */
export function SeriesForm({ series }: { series?: SeriesDto }) {
  const t = useTranslations("meetings");
  const onSaved = ({ id }: { id: string }) => `/meetings/series/${id}`;
  const defaultValues = {
    code: series?.code ?? "",
    nameZh: series?.nameZh ?? "",
    nameEn: series?.nameEn ?? "",
    noteZh: series?.noteZh ?? "",
    noteEn: series?.noteEn ?? "",
  };
  const creating = useRecordForm({
    schema: createSeriesSchema,
    action: createSeriesAction,
    defaultValues,
    onSaved,
  });
  const editing = useRecordForm({
    schema: updateSeriesSchema,
    action: updateSeriesAction,
    defaultValues: {
      ...defaultValues,
      id: series?.id ?? "",
      version: series?.version ?? 0,
      endedOn: series?.endedOn ?? "",
    },
    onSaved,
  });
  return (
    <RecordForm
      record={series ? editing : creating}
      cancelHref={series ? `/meetings/series/${series.id}` : "/meetings/series"}
    >
      <FormSection title={t("seriesBasics")}>
        <TextField name="code" label={t("code")} autoFocus />
        {series ? <DateField name="endedOn" label={t("endedOn")} help={t("endedHelp")} optional /> : null}
        <TextField name="nameZh" label={t("nameZh")} lang="zh-CN" optional />
        <TextField name="nameEn" label={t("nameEn")} lang="en" optional />
        <Wide>
          <TextareaField name="noteZh" label={t("noteZh")} lang="zh-CN" optional />
        </Wide>
        <Wide>
          <TextareaField name="noteEn" label={t("noteEn")} lang="en" optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
