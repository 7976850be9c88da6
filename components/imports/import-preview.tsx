import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import type { Findings } from "@/lib/imports/pack";
import type { Mapping, Problem, Table } from "@/lib/imports/types";
import { type RootTranslator, translateMessage } from "@/lib/platform/i18n/translate-message";
import { getFormats } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import styles from "./imports.module.css";

type Props = {
  table: Table;
  findings: Findings;
  mapping: Mapping;
  onlyProblems: boolean;
  page: number;
  pageSize: number;
  pathname: string;
  searchParams: SearchParams;
};

/** The file as it looks, row by row: what becomes of each, and its problems in the cells that have them. */
export async function ImportPreview(props: Props) {
  const { table, findings, mapping, page, pageSize } = props;
  const [t, formats] = await Promise.all([getTranslations(), getFormats()]);
  const say: RootTranslator = t;
  const byRow = new Map<number, Problem[]>();
  for (const problem of findings.problems)
    byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), problem]);
  const all = table.rows.map((row, i) => ({
    ...row,
    outcome: findings.outcomes[i],
    problems: byRow.get(row.n) ?? [],
  }));
  const rows = props.onlyProblems ? all.filter((row) => row.problems.length > 0) : all;
  type PreviewRow = (typeof all)[number];
  const problemsAt = (row: PreviewRow, column: number | null) =>
    row.problems.filter(({ field }) => {
      const at = field === null ? undefined : mapping[field];
      return column === null ? at === undefined : at === column;
    });
  const reasons = (problems: Problem[]) =>
    problems.map((problem) => (
      <span key={`${problem.code} ${problem.message}`} className={styles.reason}>
        {translateMessage(say, problem.message)}
      </span>
    ));
  return (
    <>
      <DataTable
        label={t("imports.preview")}
        rows={rows.slice((page - 1) * pageSize, page * pageSize)}
        rowKey={(row) => String(row.n)}
        searchParams={props.searchParams}
        empty={<EmptyState title={t("imports.noProblems")} />}
        columns={[
          { key: "row", header: t("imports.row"), cell: (row) => formats.count(row.n) },
          {
            key: "outcome",
            header: t("imports.result"),
            cell: (row) => (
              <>
                {row.outcome ? t(`imports.outcome.${row.outcome}`) : null}
                {reasons(problemsAt(row, null))}
              </>
            ),
          },
          ...table.headers.map((header, column) => ({
            key: `${column}`,
            header: header || `${column + 1}`,
            cell: (row: PreviewRow) => {
              const problems = problemsAt(row, column);
              return problems.length === 0 ? (
                row.cells[column]
              ) : (
                <>
                  <span className={styles.wrong}>{row.cells[column]}</span>
                  {reasons(problems)}
                </>
              );
            },
          })),
        ]}
      />
      <Pager
        page={page}
        pageSize={pageSize}
        total={rows.length}
        searchParams={props.searchParams}
        pathname={props.pathname}
      />
    </>
  );
}
