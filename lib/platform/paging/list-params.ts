import { z } from "zod";

/** What Next hands a page as `await searchParams`. */
export type SearchParams = Record<string, string | string[] | undefined>;

export const PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 200;

export type Sort<Field extends string = string> = { field: Field; descending: boolean };

/** What the figures of all rows come to, by the key of their column. */
export type Totals = Record<string, string | number>;

/**
 * A page of rows, how many there are in all, and what the figures of all of them come to: null where that is too much
 * to be worked out unasked.
 */
export type Page<Row> = { rows: Row[]; total: number; totals?: Totals | null };

/**
 * A list's state from its address. Everything has a default that makes a bad address harmless: an unknown
 * sort is the usual sort, page −3 is page 1. `filters` are zod shapes made with the helpers below.
 */
export function listParams<const Field extends string, Shape extends z.ZodRawShape>(options: {
  sort: readonly Field[];
  defaultSort: Field | `-${Field}`;
  filters?: Shape;
}) {
  const usual = parseSort(options.defaultSort, options.sort) ?? {
    field: options.sort[0] as Field,
    descending: false,
  };
  return z.object({
    ...((options.filters ?? {}) as Shape),
    page: pageNumber(),
    pageSize: pageSize(),
    query: searchText(),
    sort: z.preprocess(
      (value) => parseSort(value, options.sort) ?? usual,
      z.custom<Sort<Field>>(() => true),
    ),
  });
}

/** Repeated parameters count once, the first of them. */
export function parseList<Schema extends z.ZodType>(schema: Schema, params: SearchParams): z.output<Schema> {
  return schema.parse(firstValues(params));
}

export function firstValues(params: SearchParams): Record<string, string> {
  const first: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    const one = Array.isArray(value) ? value[0] : value;
    if (one !== undefined && one !== "") first[name] = one;
  }
  return first;
}

/** A filter whose values come from a closed list; anything else is no filter. */
export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values).optional().catch(undefined);
}

/** A filter of free text, such as a park's code or an id. */
export function filterText(max = 100) {
  return z.string().trim().min(1).max(max).optional().catch(undefined);
}

/** A filter by a record's id; anything else is no filter. */
export function filterId() {
  return z.uuid().optional().catch(undefined);
}

/** A filter by day. */
export function filterDate() {
  return z.iso.date().optional().catch(undefined);
}

export function offsetOf(list: { page: number; pageSize: number }): number {
  return (list.page - 1) * list.pageSize;
}

function pageNumber() {
  return z.coerce.number().int().min(1).max(100_000).catch(1);
}

function pageSize() {
  return z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).catch(PAGE_SIZE);
}

function searchText() {
  return z
    .string()
    .transform((value) => value.normalize("NFKC").trim().slice(0, 200))
    .catch("");
}

function parseSort<Field extends string>(value: unknown, fields: readonly Field[]): Sort<Field> | null {
  if (typeof value !== "string") return null;
  const descending = value.startsWith("-");
  const name = descending ? value.slice(1) : value;
  const field = fields.find((candidate) => candidate === name);
  return field ? { field, descending } : null;
}
