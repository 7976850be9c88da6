"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import styles from "./grid.module.css";
import { type GridColumn, parseBlock, placeBlock } from "./grid-block";
import { GridProblems } from "./grid-problems";
import { GridLine } from "./grid-rows";
import { FIRST_ROW, type GridProblem, useGrid } from "./use-grid";

/** As in the style sheet: only what is in sight, and a little around it, is drawn. */
const LINE = 34;
const AROUND = 12;
const IN_SIGHT = 40;

type Props = {
  kind: string;
  columns: GridColumn[];
  standing: string[][];
  /** What each new row begins with. */
  start: string[];
  /** Whether the browser keeps what is typed until it is saved: never the names of people. */
  keeps: boolean;
  /** Firms of the file are matched by name, so that a name alone may be a question. */
  asksNames: boolean;
  listHref: string;
  fileName: string;
};

/** A list as a sheet: cells are typed in or pasted from Excel, checked as an import is, and saved as one change set. */
export function Grid(props: Props) {
  const { columns, listHref } = props;
  const t = useTranslations("imports");
  const router = useRouter();
  const hydrated = useHydrated();
  const grid = useGrid(props);
  const { rows, checked, changed } = grid;
  const region = useRef<HTMLElement>(null);
  const [top, setTop] = useState(0);
  const [goal, setGoal] = useState<{ at: number; column: number } | null>(null);
  const [busy, setBusy] = useState<"checking" | "saving" | null>(null);
  const [nameMatch, setNameMatch] = useState("ask");
  const [notice, setNotice] = useState<{ tone: "bad" | "info"; text: string } | null>(null);
  const from = Math.max(0, Math.floor(top / LINE) - AROUND);
  const to = Math.min(rows.length, from + IN_SIGHT + AROUND);
  const wrong = useMemo(() => {
    const byRow = new Map<number, Map<number | null, string>>();
    for (const { key, column, message } of checked?.problems ?? []) {
      byRow.set(key, (byRow.get(key) ?? new Map<number | null, string>()).set(column, message));
    }
    return byRow;
  }, [checked]);

  // The lines keep one and the same handler, or each key would draw all of them again.
  const latest = useRef(grid);
  latest.current = grid;
  const onType = useCallback((at: number, column: number, text: string) => {
    setNotice(null);
    latest.current.type(at, column, text);
  }, []);
  const onRemove = useCallback((at: number) => latest.current.remove(at), []);

  // On a slow line a person is faster than the script.
  useLayoutEffect(() => {
    const early = [...(region.current?.querySelectorAll<HTMLInputElement>("[data-at]") ?? [])]
      .filter((cell) => cell.value !== cell.defaultValue)
      .map((cell) => ({ at: 0, column: 0, ...placeOf(cell), text: cell.value }));
    if (early.length > 0) latest.current.takeOver(early);
  }, []);

  // A cell that is out of sight is drawn before it can take the focus.
  useEffect(() => {
    if (!goal || !region.current) return;
    const cell = region.current.querySelector<HTMLInputElement>(`[data-at="${goal.at}:${goal.column}"]`);
    if (cell) {
      cell.focus();
      cell.select();
      setGoal(null);
    } else region.current.scrollTop = Math.max(0, goal.at * LINE - 3 * LINE);
  });

  function move(event: KeyboardEvent) {
    const place = placeOf(event.target);
    if (!place || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const down = event.key === "ArrowDown" || (event.key === "Enter" && !event.shiftKey);
    const up = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey);
    const at = place.at + (down ? 1 : up ? -1 : 0);
    if (at === place.at || at < 0 || at >= rows.length) return;
    event.preventDefault();
    setGoal({ ...place, at });
  }

  function paste(event: ClipboardEvent) {
    const place = placeOf(event.target);
    const text = event.clipboardData.getData("text/plain");
    if (!place || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
    event.preventDefault();
    const placed = placeBlock(parseBlock(text), columns, place.column);
    grid.paste(place.at, placed);
    const words = [t("grid.pasted", { count: placed.rows.length })];
    if (placed.unknown.length > 0) words.push(t("grid.unknown", { names: placed.unknown.join(", ") }));
    setNotice({ tone: "info", text: words.join(" ") });
  }

  async function check() {
    setBusy("checking");
    const refused = await grid.check(nameMatch, props.fileName);
    setBusy(null);
    setNotice(refused === null ? null : { tone: "bad", text: refused || t("grid.offline") });
  }

  async function save() {
    setBusy("saving");
    const answer = await grid.save();
    setBusy(null);
    if (typeof answer === "string") {
      setNotice({ tone: "bad", text: answer || t("grid.offline") });
      return;
    }
    const count = writes;
    showToast({ message: t("grid.saved", { count }), changeSetId: answer.changeSetId });
    if (answer.left === 0) router.push(listHref);
    else setNotice({ tone: "bad", text: t("grid.left", { count: answer.left }) });
  }

  const go = ({ row, column }: GridProblem) => setGoal({ at: row - FIRST_ROW, column: column ?? 0 });
  const writes = (checked?.counts.created ?? 0) + (checked?.counts.updated ?? 0);
  return (
    <>
      {grid.restored ? (
        <p role="status" className={styles.restored}>
          {t("grid.restored")}{" "}
          <button type="button" className={styles.go} onClick={grid.startOver}>
            {t("grid.startOver")}
          </button>
        </p>
      ) : null}
      <div className={styles.verbs}>
        {checked && writes > 0 ? (
          <Button look="primary" disabled={busy !== null} onClick={save}>
            {busy === "saving" ? t("grid.saving") : t("grid.save", { count: writes })}
          </Button>
        ) : (
          <Button look="primary" disabled={!hydrated || busy !== null || changed === 0} onClick={check}>
            {busy === "checking" ? t("grid.checking") : t("grid.check", { count: changed })}
          </Button>
        )}
        {grid.canTakeBack ? <Button onClick={grid.takeBack}>{t("grid.takeBack")}</Button> : null}
        {props.asksNames ? (
          <label className={styles.names}>
            {t("nameMatch")}
            <select value={nameMatch} onChange={(event) => setNameMatch(event.target.value)}>
              <option value="ask">{t("nameMatchAsk")}</option>
              <option value="same">{t("nameMatchSame")}</option>
              <option value="new">{t("nameMatchNew")}</option>
            </select>
          </label>
        ) : null}
        <output className={styles.counts}>
          {checked
            ? t("grid.counts", checked.counts)
            : changed > 0
              ? t("grid.changed", { count: changed })
              : t("grid.nothing")}
        </output>
      </div>
      {notice ? (
        <Banner tone={notice.tone} role={notice.tone === "bad" ? "alert" : "status"} title={notice.text} />
      ) : null}
      <section
        ref={region}
        className={styles.region}
        aria-label={t("grid.label")}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
        onKeyDown={move}
        onPaste={paste}
      >
        <table className={styles.table} aria-rowcount={rows.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{t("row")}</th>
              <th scope="col">{t("result")}</th>
              {columns.map(({ field, label, example, needed, hidden }) =>
                hidden ? null : (
                  <th key={field} scope="col" title={example || undefined}>
                    {label}
                    {needed ? <span aria-hidden="true"> *</span> : null}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {from > 0 ? <tr style={{ blockSize: from * LINE }} /> : null}
            {rows.slice(from, to).map((row, i) => (
              <GridLine
                key={row.key}
                at={from + i}
                row={row}
                start={props.start}
                columns={columns}
                outcome={checked?.outcomes.get(row.key)}
                wrong={wrong.get(row.key)}
                onType={onType}
                onRemove={onRemove}
              />
            ))}
            {to < rows.length ? <tr style={{ blockSize: (rows.length - to) * LINE }} /> : null}
          </tbody>
        </table>
      </section>
      <GridProblems problems={checked?.problems ?? []} columns={columns} onGo={go} />
    </>
  );
}

function placeOf(target: EventTarget): { at: number; column: number } | null {
  const place = target instanceof HTMLElement ? target.dataset.at?.split(":").map(Number) : undefined;
  return place ? { at: place[0] ?? 0, column: place[1] ?? 0 } : null;
}
