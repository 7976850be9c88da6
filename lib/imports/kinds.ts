import "server-only";
import type { Within } from "../domain/in-change-set";
import type { Viewer } from "../platform/auth/viewer";
import { loadAgreementFacts } from "./agreements/facts";
import { planAgreements } from "./agreements/plan";
import { writeAgreements } from "./agreements/write";
import { loadEmployeeFacts } from "./employees/facts";
import { planEmployees } from "./employees/plan";
import { writeEmployees } from "./employees/write";
import { planEnterprises } from "./enterprises/plan";
import { writeEnterprises } from "./enterprises/write";
import { listOwnFields } from "./facts-own";
import { firmsSaid, loadFirms, newNameKeys } from "./facts-shared";
import { loadHeadcountFacts } from "./headcounts/facts";
import { planHeadcounts } from "./headcounts/plan";
import { writeHeadcounts } from "./headcounts/write";
import { loadProjectFacts } from "./projects/facts";
import { planProjects } from "./projects/plan";
import { writeProjects } from "./projects/write";
import { loadTenancyFacts } from "./tenancies/facts";
import { planTenancies } from "./tenancies/plan";
import { writeTenancies } from "./tenancies/write";
import type { ImportKind, Mapping, Options, Outcome, Problem, Step, Table } from "./types";
import { loadUnitFacts } from "./units/facts";
import { planUnits } from "./units/plan";
import { writeUnits } from "./units/write";

/** A dry run whose writes only its own kind knows. */
export type Checked = {
  outcomes: Outcome[];
  problems: Problem[];
  notes?: Problem[];
  write: (viewer: Viewer, within: Within, step: Step) => Promise<void>;
};

type Check = (viewer: Viewer, table: Table, mapping: Mapping, options: Options) => Promise<Checked>;

/** Each kind of file: what it needs to know, what it would do, and how that is written. */
const kinds: Record<ImportKind, Check> = {
  units: async (viewer, table, mapping) => {
    const facts = await loadUnitFacts(viewer, table, mapping);
    const { writes, ...plan } = planUnits(table, mapping, facts);
    return { ...plan, write: (as, within, step) => writeUnits(as, writes, within, step) };
  },
  enterprises: async (viewer, table, mapping, options) => {
    const keyOf = newNameKeys();
    const [facts, own] = await Promise.all([
      loadFirms(viewer, firmsSaid(table, mapping), keyOf),
      listOwnFields(viewer, "enterprises"),
    ]);
    const { writes, ...plan } = planEnterprises(table, mapping, facts, keyOf, options, own);
    return { ...plan, write: (as, within) => writeEnterprises(as, writes, within) };
  },
  tenancies: async (viewer, table, mapping, options) => {
    const keyOf = newNameKeys();
    const facts = await loadTenancyFacts(viewer, table, mapping, keyOf);
    const { writes, ...plan } = planTenancies(table, mapping, facts, keyOf, options);
    return { ...plan, write: (as, within, step) => writeTenancies(as, writes, within, facts.today, step) };
  },
  projects: async (viewer, table, mapping, options) => {
    const keyOf = newNameKeys();
    const facts = await loadProjectFacts(viewer, table, mapping, keyOf);
    const { writes, ...plan } = planProjects(table, mapping, facts, keyOf, options);
    return { ...plan, write: (as, within, step) => writeProjects(as, writes, within, step) };
  },
  employees: async (viewer, table, mapping, options) => {
    const keyOf = newNameKeys();
    const facts = await loadEmployeeFacts(viewer, table, mapping, keyOf);
    const { writes, ...plan } = planEmployees(table, mapping, facts, keyOf, options);
    return { ...plan, write: (as, within, step) => writeEmployees(as, writes, within, step) };
  },
  headcounts: async (viewer, table, mapping, options) => {
    const keyOf = newNameKeys();
    const facts = await loadHeadcountFacts(viewer, table, mapping, keyOf);
    const { writes, ...plan } = planHeadcounts(table, mapping, facts, keyOf, options);
    return { ...plan, write: (as, within, step) => writeHeadcounts(as, writes, within, step) };
  },
  agreements: async (viewer, table, mapping) => {
    const { writes, ...plan } = planAgreements(
      table,
      mapping,
      await loadAgreementFacts(viewer, table, mapping),
    );
    return { ...plan, write: (as, within, step) => writeAgreements(as, writes, within, step) };
  },
};

export function checkTable(
  kind: ImportKind,
  viewer: Viewer,
  table: Table,
  mapping: Mapping,
  options: Options,
): Promise<Checked> {
  return kinds[kind](viewer, table, mapping, options);
}
