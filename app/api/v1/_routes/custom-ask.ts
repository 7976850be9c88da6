import type { CustomFieldDto } from "@/lib/domain/custom-fields/dto";
import { type CustomAsk, getCustomAsk } from "@/lib/domain/custom-fields/queries";
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

type Said = { is?: string; from?: string; to?: string };

function namesOf(fields: CustomFieldDto[], id: string, { is, from, to }: Said): string[] {
  const key = fields.find((field) => field.id === id)?.key ?? "";
  return [
    ...(is ? [customFilterName(key)] : []),
    ...(from ? [customFilterName(key, "from")] : []),
    ...(to ? [customFilterName(key, "to")] : []),
  ];
}
