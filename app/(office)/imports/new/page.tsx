import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ImportProblem } from "@/components/imports/import-problem";
import { ImportSteps } from "@/components/imports/import-steps";
import styles from "@/components/imports/imports.module.css";
import { UploadButton } from "@/components/imports/upload-button";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { importKinds, importListSchema } from "@/lib/domain/imports/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("newTitle") };
}

/** What is in the file, and the file: a plain form, since a file may be larger than an action takes. */
export default async function NewImportPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("imports"),
  ]);
  if (!can(viewer, "imports.create")) forbidden();
  const { kind } = parseList(importListSchema, searchParams);
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/imports", label: t("title") }]} />
      <ImportSteps current="file" />
      <ImportProblem searchParams={searchParams} />
      <form action="/imports/upload" method="post" encType="multipart/form-data" className={styles.form}>
        <label>
          {t("kindLabel")}
          <select name="kind" required defaultValue={kind ?? "tenancies"}>
            {importKinds.map((value) => (
              <option key={value} value={value}>
                {t(`kind.${value}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("file")}
          <input type="file" name="file" required accept=".xlsx,.csv" />
          <span className={styles.help}>{t("fileHelp")}</span>
        </label>
        <ClientMessages namespaces={["imports"]}>
          <UploadButton />
        </ClientMessages>
      </form>
      <h2>{t("templates")}</h2>
      <p className={styles.help}>{t("templatesHelp")}</p>
      <DescriptionList
        items={importKinds.map((value) => ({
          label: t(`kind.${value}`),
          value: (
            <>
              <span className={styles.help}>{t(`kindHelp.${value}`)}</span>{" "}
              <a
                href={`/imports/template?kind=${value}&language=en`}
                aria-label={`${t(`kind.${value}`)}: English`}
              >
                English
              </a>{" "}
              <a
                href={`/imports/template?kind=${value}&language=zh`}
                aria-label={`${t(`kind.${value}`)}: 中文`}
                lang="zh-CN"
              >
                中文
              </a>
            </>
          ),
        }))}
      />
    </>
  );
}
