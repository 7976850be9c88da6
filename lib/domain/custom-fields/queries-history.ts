import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { FieldChange, HistoryEntry } from "@/lib/platform/change-sets/history";
import { listFieldsById } from "./queries";

const CUSTOM = /^custom\.(.+)$/;

/** The changes without those of custom fields that are not for this reader, and the fields of the others. */
export async function readCustomChanges(viewer: Viewer, all: HistoryEntry[]) {
  const named = all.flatMap(({ rows }) => rows.flatMap(({ fields }) => fields.map(({ field }) => field)));
  const fields = await listFieldsById(viewer, [...new Set(named.flatMap(idIn))]);
  const mayRead = ({ field }: FieldChange) => idIn(field).every((id) => fields.has(id));
  const entries = all.flatMap((entry) => {
    const rows = entry.rows.map((row) => ({ ...row, fields: row.fields.filter(mayRead) }));
    // Nothing but what is not for this reader: then it is not for them that it was saved.
    return rows.every((row, i) => row.fields.length === 0 && entry.rows[i]?.fields.length !== 0)
      ? []
      : [{ ...entry, rows }];
  });
  return { entries, fieldOf: (field: string) => fields.get(idIn(field)[0] ?? "") };
}

function idIn(field: string): string[] {
  const id = CUSTOM.exec(field)?.[1];
  return id ? [id] : [];
}
