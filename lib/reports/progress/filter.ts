import type { z } from "zod";
import { listParams, oneOf } from "@/lib/platform/paging/list-params";

/** The colours in the order in which a portfolio is read. */
export const RAG_FILTERS = ["GREEN", "AMBER", "RED", "GREY"] as const;

export const progressSchema = listParams({
  sort: ["status"],
  defaultSort: "status",
  filters: { rag: oneOf(RAG_FILTERS) },
});

export type ProgressParams = z.output<typeof progressSchema>;
