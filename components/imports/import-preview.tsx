import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { type Field, findField, recogniseHeader } from "@/lib/imports/fields";
import { groupBy } from "@/lib/imports/group";
import type { Findings } from "@/lib/imports/pack";
import type { ImportKind, Mapping, Outcome, Problem, Table } from "@/lib/imports/types";
import { type RootTranslator, translateMessage } from "@/lib/platform/i18n/translate-message";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { nameOfField } from "./field-name";
import { OutcomeBadge } from "./outcome-badge";
import styles from "./preview.module.css";

type Props = {
  kind: ImportKind;
  table: Table;
  findings: Findings;
  mapping: Mapping;
  /** The columns of the office's own fields. */
  own: Field[];
  locale: "en" | "zh";
  onlyProblems: boolean;
  page: number;
  pageSize: number;
  pathname: string;
  searchParams: SearchParams;
};
type PreviewRow = { n: number; cells: string[]; outcome: Outcome; problems: Problem[]; notes: Problem[] };

/** The file as it looks, row by row: what becomes of each, and its problems in the cells that have them. */
export async function ImportPreview(props: Props) {
  const { table, mapping, page, pageSize } = props;
  const t = await getTranslations();
  const rows = toRows(props);
  const fieldAt = new Map(Object.entries(mapping).map(([field, column]) => [column, field]));
  if (rows.length === 0) return <EmptyState title={t("imports.noProblems")} />;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.region} aria-label={t("imports.preview")} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("imports.row")}</th>
              <th scope="col">{t("imports.result")}</th>
              {table.headers.map((header, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, and two may have one header
                <th scope="col" key={column} data-unused={!fieldAt.has(column)}>
                  {header || `(${column + 1})`}
                  <ReadAs
                    {...props}
                    header={header}
                    field={fieldAt.get(column)}
                    ignored={t("imports.ignore")}
                    retired={t("imports.retiredColumn")}
                    elsewhere={t("imports.elsewhereColumn")}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice((page - 1) * pageSize, page * pageSize).map((row) => (
              <PreviewLine key={row.n} {...props} row={row} t={t} />
            ))}
          </tbody>
        </table>
      </section>
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

function toRows({ table, findings, onlyProblems }: Props): PreviewRow[] {
  const problems = new Map<number, Problem[]>();
  for (const problem of findings.problems) {
    const list = problems.get(problem.row);
    if (list) list.push(problem);
    else problems.set(problem.row, [problem]);
  }
  const notes = groupBy(findings.notes ?? [], ({ row }) => row);
  const rows = table.rows.map((row, i) => ({
    ...row,
    outcome: findings.outcomes[i] ?? "ERROR",
    problems: problems.get(row.n) ?? [],
    notes: notes.get(row.n) ?? [],
  }));
  return onlyProblems ? rows.filter((row) => row.problems.length > 0) : rows;
}

/** How a column is read, where its own header does not say the same. */
function ReadAs(props: {
  kind: ImportKind;
  locale: "en" | "zh";
  header: string;
  field?: string;
  own: Field[];
  ignored: string;
  retired: string;
  elsewhere: string;
}) {
  const { field, header, kind, locale, own } = props;
  const named = recogniseHeader(kind, header, own);
  if (!field) {
    const known = named === null ? undefined : findField(kind, named, own);
    if (known?.retired) return <small>{props.retired}</small>;
    return <small>{known?.elsewhere ? props.elsewhere : props.ignored}</small>;
  }
  const name = nameOfField(kind, field, locale, own);
  const obvious = named === field && (header === name || header === field);
  return obvious ? null : <small>{name}</small>;
}

function PreviewLine(props: Props & { row: PreviewRow; t: RootTranslator }) {
  const { row, kind, locale, mapping, own, t } = props;
  const at = (column: number | null) =>
    row.problems.filter(({ field }) => ((field === null ? null : mapping[field]) ?? null) === column);
  const reasons = (problems: Problem[]) =>
    problems.map((problem) => (
      <span key={`${problem.code} ${problem.message}`} className={styles.reason}>
        {translateMessage(t, problem.message)}
      </span>
    ));
  return (
    <tr>
      <th scope="row">{row.n}</th>
      <td data-wrong={at(null).length > 0}>
        <OutcomeBadge outcome={row.outcome} label={t(`imports.outcome.${row.outcome}`)} />
        {row.notes.map((note) => (
          <span key={note.code} className={styles.note}>
            {translateMessage(t, note.message)}
          </span>
        ))}
        {at(null).map((problem) => (
          <span key={problem.code} className={styles.reason}>
            {problem.field ? `${nameOfField(kind, problem.field, locale, own)}: ` : ""}
            {translateMessage(t, problem.message)}
          </span>
        ))}
      </td>
      {props.table.headers.map((_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <td key={column} data-wrong={at(column).length > 0}>
          {row.cells[column]}
          {reasons(at(column))}
        </td>
      ))}
    </tr>
  );
}
