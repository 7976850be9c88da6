import type { CustomFieldDto } from "@/lib/domain/custom-fields/dto";
import {
  type CustomAsk,
  getCustomAsk,
  type LateCustomAsk,
  listFieldsOf,
} from "@/lib/domain/custom-fields/queries";
import { customFilterName } from "@/lib/domain/custom-fields/rules";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CustomFieldSubject } from "@/lib/platform/db/generated/enums";
import { invalid } from "@/lib/platform/errors/app-error";

const PREFIX = customFilterName("");

/**
 * The custom fields that a list answers with, and what its query narrows it to. A page passes over a filter that it
 * cannot read; a program is told, since it would take all rows for those it asked for. @throws AppError INVALID
 */
export async function askCustom(
  viewer: Viewer,
  subject: CustomFieldSubject,
  query: Record<string, unknown>,
): Promise<CustomAsk> {
  const ask = await getCustomAsk(viewer, subject, query);
  const read = new Set(ask.filters.flatMap(({ id, ...said }) => namesOf(ask.fields, id, said)));
  const unread = Object.keys(query).filter((name) => name.startsWith(PREFIX) && !read.has(name));
  if (unread.length > 0) {
    throw invalid(Object.fromEntries(unread.map((name) => [name, "custom-fields.errors.filter"])));
  }
  return ask;
}

/** The same for a list that may begin before its fields are there: it waits for them only if the query speaks of them. */
export async function askCustomLate(
  viewer: Viewer,
  subject: CustomFieldSubject,
  query: Record<string, unknown>,
): Promise<LateCustomAsk> {
  if (Object.keys(query).some((name) => name.startsWith(PREFIX))) return askCustom(viewer, subject, query);
  const fields = listFieldsOf(viewer, subject);
  // Who is refused the list waits for nothing: a failure is then nobody's, and told to those who do wait.
  fields.catch(() => undefined);
  return { fields, filters: [] };
}

type Said = { is?: string; from?: string; to?: string };

function namesOf(fields: CustomFieldDto[], id: string, { is, from, to }: Said): string[] {
  const key = fields.find((field) => field.id === id)?.key ?? "";
  return [
    ...(is ? [customFilterName(key)] : []),
    ...(from ? [customFilterName(key, "from")] : []),
    ...(to ? [customFilterName(key, "to")] : []),
  ];
}
