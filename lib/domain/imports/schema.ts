import { z } from "zod";
import { listParams, oneOf } from "@/lib/platform/paging/list-params";

export const importKinds = [
  "units",
  "enterprises",
  "tenancies",
  "projects",
  "headcounts",
  "employees",
  "agreements",
] as const;
export const nameMatches = ["ask", "same", "new"] as const;

/** What was read from a file and checked, ready to be kept. */
export const createImportSchema = z.object({
  kind: z.enum(importKinds),
  fileName: z.string().transform(
    (name) =>
      name
        .replace(/^.*[/\\]/, "")
        .trim()
        .slice(0, 200) || "file",
  ),
  fileSize: z.number().int(),
  fileHash: z.string(),
  sheet: z.string().nullable(),
  headerRow: z.number().int(),
  headers: z.array(z.string()),
  nameMatch: z.enum(nameMatches).default("ask"),
});

/** How the columns are read, as somebody settled it. */
export const updateImportSchema = z.object({
  id: z.uuid(),
  version: z.coerce.number().int(),
  mapping: z.record(z.string(), z.number().int()),
  nameMatch: z.enum(nameMatches).default("ask"),
});

export const importListSchema = listParams({
  sort: ["createdAt"],
  defaultSort: "-createdAt",
  filters: { kind: oneOf(importKinds) },
});

export type CreateImportInput = z.output<typeof createImportSchema>;
export type UpdateImportInput = z.output<typeof updateImportSchema>;
export type ImportListParams = z.output<typeof importListSchema>;
