import type { Metadata } from "next";
import { DuplicateList } from "@/components/enterprises/duplicate-list";
import styles from "@/components/enterprises/duplicates.module.css";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { listDuplicates } from "@/lib/domain/enterprises/queries-duplicates";
import { duplicateListSchema } from "@/lib/domain/enterprises/schema";
import { requireViewer } from "@/lib/platform/auth/session";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("enterprises.duplicates"))("title") };
}

/** Firms that may have been entered twice, likeliest first. */
export default async function DuplicatesPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("enterprises"),
  ]);
  const params = parseList(duplicateListSchema, searchParams);
  const { rows, total } = await listDuplicates(viewer, params);
  return (
    <>
      <PageHeader title={t("duplicates.title")} trail={[{ href: "/enterprises", label: t("title") }]} />
      {total === 0 ? (
        <EmptyState title={t("duplicates.emptyTitle")} text={t("duplicates.emptyText")} />
      ) : (
        <>
          <p className={styles.help}>{t("duplicates.help")}</p>
          <DuplicateList pairs={rows} />
        </>
      )}
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname="/enterprises/duplicates"
      />
    </>
  );
}
