import type { ImportKind } from "./types";

/** Where the rows of a kind of file are seen once they are written. */
export const listOf: Record<ImportKind, string> = {
  units: "/units",
  enterprises: "/enterprises",
  tenancies: "/leases",
  projects: "/projects",
  headcounts: "/reports/headcount",
  employees: "/employees",
  agreements: "/agreements",
};
