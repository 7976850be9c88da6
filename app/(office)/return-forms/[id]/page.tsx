import type { Metadata } from "next";
import { DefinitionView } from "@/components/return-forms/definition-view";
import { findForm } from "@/components/return-forms/find-form";
import { FormHeader } from "@/components/return-forms/form-header";
import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { DataTable } from "@/components/ui/data-table";
import { titleOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, form } = await findForm((await props.params).id);
  return { title: titleOf(viewer.locale, form) };
}

/** A form's versions, and the questions of one of them: the newest unless the address names another. */
export default async function ReturnFormPage(props: Props) {
  const [{ id }, searchParams, t, formats] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("return-forms"),
    getFormats(),
  ]);
  const { form } = await findForm(id);
  const wanted = Number(firstValues(searchParams).number);
  const shown = form.versions.find(({ number }) => number === wanted) ?? form.versions[0];
  return (
    <>
      <FormHeader form={form} side="" />
      {form.retiredOn ? <Banner title={t("retiredSaid", { on: formats.date(form.retiredOn) })} /> : null}
      <h2>{t("versions")}</h2>
      <DataTable
        label={t("versions")}
        rows={form.versions}
        rowKey={(version) => version.id}
        columns={[
          {
            key: "number",
            header: t("version"),
            cell: ({ number }) => (
              <AppLink href={`/return-forms/${id}?number=${number}`}>
                {t("versionNumber", { number })}
              </AppLink>
            ),
          },
          { key: "questions", header: t("questions"), align: "end", cell: ({ questions }) => questions },
          {
            key: "frozen",
            header: t("state"),
            cell: ({ frozen }) => t(frozen ? "frozen" : "editable"),
          },
          { key: "created", header: t("begun"), cell: ({ createdAt }) => formats.dateTime(createdAt) },
        ]}
      />
      {shown ? (
        <>
          <h2>{t("versionNumber", { number: shown.number })}</h2>
          <DefinitionView definition={shown.definition} />
        </>
      ) : null}
    </>
  );
}
