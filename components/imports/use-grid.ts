"use client";

import { useEffect, useRef, useState } from "react";
import { forgetDraft, keepDraft, readDraft } from "@/components/ui/form/draft";
import type { Outcome } from "@/lib/imports/types";
import { type GridColumn, type Placing, toCsv } from "./grid-block";

/** `was`: as it stands on record; null for a row that is new here. */
export type GridRow = { key: number; cells: string[]; was: string[] | null };
export type GridProblem = { key: number; row: number; column: number | null; message: string };
export type Checked = {
  id: string;
  counts: { created: number; updated: number; unchanged: number; duplicates: number; failed: number };
  outcomes: Map<number, Outcome>;
  problems: GridProblem[];
};
type Answer = {
  id: string;
  counts: Checked["counts"];
  rows: { row: number; outcome: Outcome }[];
  problems: { row: number; field: string | null; message: string }[];
};
type Drafted = { fields: string[]; rows: { cells: string[]; was: string[] | null }[] };
type Given = { kind: string; columns: GridColumn[]; standing: string[][]; start: string[]; keeps: boolean };

/** The header is row 1, as in a spreadsheet. */
export const FIRST_ROW = 2;
const SPARE = 20;
const PAUSE_MS = 600;

/** The rows of a grid: typed, pasted, checked as a file, saved as one change set, and kept by the browser until then. */
export function useGrid({ kind, columns, standing, start, keeps }: Given) {
  const counter = useRef(0);
  const blank = (): GridRow => ({ key: ++counter.current, cells: start, was: null });
  /** What would be sent: new rows with something of their own in them, and rows that no longer say what stands. */
  const isChanged = ({ cells, was }: GridRow) => cells.some((cell, i) => cell !== (was ?? start)[i]);
  const isFree = (row: GridRow | undefined) => row !== undefined && row.was === null && !isChanged(row);
  const spare = (rows: GridRow[]) => {
    let free = 0;
    while (free < rows.length && isFree(rows.at(-1 - free))) free += 1;
    return free >= SPARE / 2 ? rows : [...rows, ...Array.from({ length: SPARE }, blank)];
  };
  const [rows, setRows] = useState<GridRow[]>(() =>
    spare(standing.map((cells) => ({ key: ++counter.current, cells, was: cells }))),
  );
  const [before, setBefore] = useState<GridRow[] | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [restored, setRestored] = useState(false);
  const draft = `/imports/grid/${kind}`;
  const changed = rows.filter(isChanged);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is there
  useEffect(() => {
    const kept = keeps ? toKept(readDraft(draft), columns) : [];
    if (kept.length === 0) return;
    setRows((now) => {
      const end = now.findLastIndex((row) => !isFree(row)) + 1;
      return spare(withDraft(now, end, kept, () => ++counter.current));
    });
    setRestored(true);
  }, []);

  const fresh = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the rows are made of stays as the page gave it
  useEffect(() => {
    if (fresh.current || !keeps) {
      fresh.current = false;
      return;
    }
    const kept: Drafted = {
      fields: columns.map(({ field }) => field),
      rows: rows.filter(isChanged).map(({ cells, was }) => ({ cells, was })),
    };
    const keep = () => (kept.rows.length > 0 ? keepDraft(draft, kept) : forgetDraft(draft));
    const timer = setTimeout(keep, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [rows, draft]);

  useEffect(() => {
    if (changed.length === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [changed.length]);

  function put(next: GridRow[], undoable: boolean) {
    setBefore(undoable ? rows : null);
    setChecked(null);
    setRows(spare(next));
  }

  return {
    rows,
    changed: changed.length,
    checked,
    restored: restored && changed.length > 0,
    canTakeBack: before !== null,
    type(at: number, column: number, text: string) {
      put(
        rows.map((row, i) => (i === at ? { ...row, cells: row.cells.with(column, text) } : row)),
        false,
      );
    },
    /** What was typed before the script was there. */
    takeOver(early: { at: number; column: number; text: string }[]) {
      setRows((now) => {
        const next = [...now];
        for (const { at, column, text } of early) {
          const row = next[at];
          if (row) next[at] = { ...row, cells: row.cells.with(column, text) };
        }
        return spare(next);
      });
    },
    remove(at: number) {
      put(rows.toSpliced(at, 1), true);
    },
    /** Puts a block's rows over those from `at` on, and behind the last of them. */
    paste(at: number, { targets, rows: block }: Placing) {
      const next = [...rows];
      while (next.length < at + block.length) next.push(blank());
      for (const [i, cells] of block.entries()) {
        const row = next[at + i] ?? blank();
        const filled = [...row.cells];
        for (const [j, target] of targets.entries()) if (target !== null) filled[target] = cells[j] ?? "";
        next[at + i] = { ...row, cells: filled };
      }
      put(next, true);
    },
    takeBack() {
      if (before) put(before, false);
    },
    startOver() {
      forgetDraft(draft);
      setRestored(false);
      put(
        standing.map((cells) => ({ key: ++counter.current, cells, was: cells })),
        true,
      );
    },
    /** Asks what the rows would do; nothing is written. @returns the refusal's words, or null */
    async check(nameMatch: string, fileName: string): Promise<string | null> {
      const last = rows.findLastIndex(isChanged) + 1;
      // What is not meant goes as a blank row, so that a row has one number here, in the file and in every message.
      const csv = toCsv(
        columns,
        rows.slice(0, last).map((row) => (isChanged(row) ? row.cells : row.cells.map(() => ""))),
      );
      const body = new FormData();
      body.set("file", new File([csv], fileName, { type: "text/csv" }));
      body.set("kind", kind);
      body.set("nameMatch", nameMatch);
      const answer = await send<Answer>("/imports/paste", body);
      if ("refused" in answer) return answer.refused;
      const meant = (n: number) => rows[n - FIRST_ROW];
      setChecked({
        id: answer.id,
        counts: answer.counts,
        outcomes: new Map(answer.rows.map(({ row, outcome }) => [meant(row)?.key ?? 0, outcome])),
        problems: answer.problems.map(({ row, field, message }) => {
          const column = columns.findIndex((known) => known.field === field);
          return { key: meant(row)?.key ?? 0, row, column: column < 0 ? null : column, message };
        }),
      });
      return null;
    },
    /** Writes what was checked; rows with problems stay. @returns the refusal's words, or the change set */
    async save(): Promise<string | { changeSetId: string; left: number }> {
      if (!checked) return "";
      const answer = await send<{ changeSetId: string }>(`/imports/${checked.id}/commit`);
      if ("refused" in answer) return answer.refused ?? "";
      const wrong = new Set(checked.problems.map(({ key }) => key));
      const left = rows.filter((row) => isChanged(row) && wrong.has(row.key));
      setBefore(null);
      setChecked(null);
      setRows(spare(left));
      if (left.length === 0) forgetDraft(draft);
      return { changeSetId: answer.changeSetId, left: left.length };
    },
  };
}

/** A draft's rows in the columns of today: an administrator may have added a field, or retired one, since. */
function toKept(draft: unknown, columns: GridColumn[]): Drafted["rows"] {
  const { fields, rows } = (draft ?? {}) as Partial<Drafted>;
  if (!Array.isArray(fields) || !Array.isArray(rows)) return [];
  const from = columns.map(({ field }) => fields.indexOf(field));
  const inPlace = (cells: string[]) => from.map((at) => cells[at] ?? "");
  return rows.map(({ cells, was }) => ({ cells: inPlace(cells), was: was && inPlace(was) }));
}

/** A draft's rows over the rows they were typed into; where those say something else by now, as rows of their own. */
function withDraft(rows: GridRow[], end: number, kept: Drafted["rows"], newKey: () => number): GridRow[] {
  const at = new Map(rows.map((row, i) => [row.was?.join("\t"), i]));
  const next = [...rows];
  const added: GridRow[] = [];
  for (const { cells, was } of kept) {
    const i = was ? at.get(was.join("\t")) : undefined;
    const row = i === undefined ? undefined : next[i];
    // What was typed while the page was still coming is newer than the draft.
    const newer = (cell: string, c: number) =>
      row?.cells[c] === row?.was?.[c] ? cell : (row?.cells[c] ?? "");
    if (row && i !== undefined) next[i] = { ...row, cells: cells.map(newer) };
    else added.push({ key: newKey(), cells, was: null });
  }
  return next.toSpliced(end, 0, ...added);
}

async function send<Data extends object>(
  address: string,
  body?: FormData,
): Promise<Data | { refused: string | null }> {
  try {
    const headers = { accept: "application/json", "accept-language": document.documentElement.lang };
    const answer = await fetch(address, { method: "POST", body, headers });
    const data = await answer.json();
    if (answer.ok) return data;
    return { refused: data.errors?.[0]?.message ?? data.detail ?? data.title ?? null };
  } catch {
    return { refused: null };
  }
}
