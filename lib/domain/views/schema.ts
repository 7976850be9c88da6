import { z } from "zod";
import { text, tick } from "@/lib/platform/values/text";
import { toViewQuery } from "./rules";

/** The lists that can be kept as views: their addresses, `/leases`. */
export const viewLists = [
  "parks",
  "buildings",
  "units",
  "enterprises",
  "leases",
  "projects",
  "employees",
  "agreements",
  "meetings",
  "action-items",
  "commitments",
  "programmes",
  "instruments",
  "rates",
  "policies",
  "claims",
  "return-forms",
  "return-rounds",
  "returns",
  "change-requests",
] as const;
export type ViewList = (typeof viewLists)[number];

/** The lists whose columns can be chosen: headcounts have no page of their own. */
export const choiceLists = [...viewLists, "headcounts"] as const;
export type ChoiceList = (typeof choiceLists)[number];

export function isViewList(list: string): list is ViewList {
  return viewLists.some((known) => known === list);
}

const name = () => text(60);
const query = () =>
  z
    .string()
    .max(4000)
    .transform((given) => toViewQuery(Object.fromEntries(new URLSearchParams(given))));

export const createViewSchema = z.object({
  list: z.enum(viewLists),
  name: name(),
  query: query(),
  shared: tick(),
  /** The list opens with it, for whoever keeps it. */
  opens: tick(),
});

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const updateViewSchema = z.object({ ...versioned, name: name(), shared: tick(), opens: tick() });
/** The view becomes what is shown. */
export const redrawViewSchema = z.object({ ...versioned, query: query() });
export const deleteViewSchema = z.object(versioned);

/** Column keys with commas between them, in their order; empty for the list's usual ones. */
export const chooseColumnsSchema = z.object({
  list: z.enum(choiceLists),
  columns: z
    .string()
    .trim()
    .max(2000)
    .nullish()
    .transform((keys) => keys || null),
});

export type CreateViewInput = z.output<typeof createViewSchema>;
export type UpdateViewInput = z.output<typeof updateViewSchema>;
export type RedrawViewInput = z.output<typeof redrawViewSchema>;
export type DeleteViewInput = z.output<typeof deleteViewSchema>;
export type ChooseColumnsInput = z.output<typeof chooseColumnsSchema>;
