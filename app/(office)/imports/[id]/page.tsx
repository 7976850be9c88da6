import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportColumns } from "@/components/imports/import-columns";
import { ImportPreview } from "@/components/imports/import-preview";
import { ImportProblem } from "@/components/imports/import-problem";
import styles from "@/components/imports/imports.module.css";
import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { KeyFigures } from "@/components/ui/key-figures";
import { PageHeader } from "@/components/ui/page-header";
import { getImport, getImportFile } from "@/lib/domain/imports/queries";
import { unpackFindings, unpackTable } from "@/lib/imports/pack";
import { requireViewer } from "@/lib/platform/auth/session";
import { getFormats } from "@/lib/platform/i18n/translator";
import { listParams, oneOf, parseList, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

const previewSchema = listParams({
  sort: ["row"],
  defaultSort: "row",
  filters: { show: oneOf(["problems"]) },
});
const counts = ["rows", "created", "updated", "unchanged", "duplicates", "failed"] as const;
const results = { units: "/parks", enterprises: "/enterprises", tenancies: "/leases", projects: "/projects" };

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
  const stored = await getImportFile(viewer, id);
  const [table, findings] = await Promise.all([unpackTable(stored.table), unpackFindings(stored.outcome)]);
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
      <KeyFigures
        label={t("counts.label")}
        figures={counts.map((name) => ({ label: t(`counts.${name}`), value: formats.count(file[name]) }))}
      />
      {file.committedAt ? (
        <Banner
          tone="good"
          role="status"
          title={t("committed", { when: formats.dateTime(file.committedAt) })}
        >
          {t("committedText", { created: file.created, updated: file.updated, unchanged: file.unchanged })}{" "}
          <AppLink href={results[file.kind]}>{t(`see.${file.kind}`)}</AppLink>
        </Banner>
      ) : null}
      {file.can.commit && writes > 0 ? (
        <form action={`${base}/commit`} method="post" className={styles.verbs}>
          <Button look="primary" type="submit">
            {t("commit", { count: writes })}
          </Button>
          <span>
            {t("commitHelp", { created: file.created, updated: file.updated, failed: file.failed })}
          </span>
        </form>
      ) : null}
      <p className={styles.verbs}>
        {file.failed > 0 ? <a href={`/api/v1/imports/${id}/errors.xlsx`}>{t("errorsFile")}</a> : null}
        {file.failed > 0 ? <span className={styles.help}>{t("errorsHelp")}</span> : null}
        <ButtonLink href="/imports/new">{t("another")}</ButtonLink>
      </p>
      {file.can.commit ? <ImportColumns file={file} /> : null}
      <h2>{t("preview")}</h2>
      <p>
        {onlyProblems ? (
          <AppLink href={base}>{t("allRows")}</AppLink>
        ) : (
          <AppLink href={`${base}?show=problems`}>{t("onlyProblems")}</AppLink>
        )}
      </p>
      <ImportPreview
        table={table}
        findings={findings}
        mapping={file.mapping}
        onlyProblems={onlyProblems}
        page={list.page}
        pageSize={list.pageSize}
        pathname={base}
        searchParams={searchParams}
      />
    </>
  );
}
