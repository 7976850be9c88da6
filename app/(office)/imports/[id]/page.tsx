import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommitForm } from "@/components/imports/commit-form";
import { ImportColumns } from "@/components/imports/import-columns";
import { ImportCounts } from "@/components/imports/import-counts";
import { ImportNotes } from "@/components/imports/import-notes";
import { ImportPreview } from "@/components/imports/import-preview";
import { ImportProblem } from "@/components/imports/import-problem";
import { ImportSteps } from "@/components/imports/import-steps";
import styles from "@/components/imports/imports.module.css";
import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { findImportFile, getImport } from "@/lib/domain/imports/queries";
import { listOwnColumns } from "@/lib/imports/facts-own";
import { listOf } from "@/lib/imports/lists";
import { unpackFindings, unpackTable } from "@/lib/imports/pack";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { listParams, oneOf, parseList, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

const previewSchema = listParams({
  sort: ["row"],
  defaultSort: "row",
  filters: { show: oneOf(["problems"]) },
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("one") };
}

/** One file: what would become of its rows, how its columns are read, its preview, and writing it. */
export default async function ImportPage(props: Props) {
  const [viewer, { id }, searchParams, t, formats] = await Promise.all([
    requireViewer(),
    props.params,
    props.searchParams,
    getTranslations("imports"),
    getFormats(),
  ]);
  const file = await getImport(viewer, id);
  if (!file) notFound();
  const [stored, own] = await Promise.all([findImportFile(viewer, id), listOwnColumns(viewer, file.kind)]);
  const read = stored && (await Promise.all([unpackTable(stored.table), unpackFindings(stored.outcome)]));
  const list = parseList(previewSchema, searchParams);
  const onlyProblems = list.show === "problems";
  const writes = file.created + file.updated;
  const base = `/imports/${id}`;
  return (
    <>
      <PageHeader
        title={file.fileName}
        trail={[{ href: "/imports", label: t("title") }]}
        beside={<span>{`${t(`kind.${file.kind}`)} · ${t(`status.${file.status}`)}`}</span>}
      />
      <ImportProblem searchParams={searchParams} />
      <ImportSteps current={file.committedAt ? "done" : "preview"} />
      <ImportCounts file={file}>
        {read && file.can.commit && writes > 0 ? (
          <ClientMessages namespaces={["imports"]}>
            <CommitForm address={base} created={file.created} updated={file.updated} failed={file.failed} />
          </ClientMessages>
        ) : null}
      </ImportCounts>
      {file.committedAt ? (
        <Banner
          tone="good"
          role="status"
          title={t("committed", { when: formats.dateTime(file.committedAt) })}
        >
          {t("committedText", { created: file.created, updated: file.updated, unchanged: file.unchanged })}{" "}
          <AppLink href={listOf[file.kind]}>{t(`see.${file.kind}`)}</AppLink>
        </Banner>
      ) : null}
      {read ? <ImportNotes findings={read[1]} /> : null}
      <p className={styles.verbs}>
        {read && file.failed > 0 ? <a href={`/api/v1/imports/${id}/errors.xlsx`}>{t("errorsFile")}</a> : null}
        {read && file.failed > 0 ? <span className={styles.help}>{t("errorsHelp")}</span> : null}
        <ButtonLink href="/imports/new">{t("another")}</ButtonLink>
      </p>
      {read && file.can.commit ? <ImportColumns file={file} own={own} /> : null}
      {read ? (
        <>
          <h2>{t("preview")}</h2>
          <p className={styles.help}>
            {file.sheet
              ? t("sheet", { sheet: file.sheet, row: file.headerRow })
              : t("header", { row: file.headerRow })}{" "}
            {onlyProblems ? (
              <AppLink href={base}>{t("allRows")}</AppLink>
            ) : (
              <AppLink href={`${base}?show=problems`}>{t("onlyProblems")}</AppLink>
            )}
          </p>
          <ImportPreview
            kind={file.kind}
            locale={viewer.locale}
            table={read[0]}
            findings={read[1]}
            mapping={file.mapping}
            own={own}
            onlyProblems={onlyProblems}
            page={list.page}
            pageSize={list.pageSize}
            pathname={base}
            searchParams={searchParams}
          />
        </>
      ) : (
        <p>{t("filePurged")}</p>
      )}
    </>
  );
}
