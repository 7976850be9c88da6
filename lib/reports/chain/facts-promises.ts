import "server-only";
import { listAgreements } from "@/lib/domain/agreements/queries";
import { agreementListSchema } from "@/lib/domain/agreements/schema";
import { commitmentListSchema } from "@/lib/domain/commitments/schema";
import { can } from "@/lib/domain/permissions";
import { listPolicies } from "@/lib/domain/policies/queries";
import { policyListSchema } from "@/lib/domain/policies/schema";
import { listProgrammes } from "@/lib/domain/programmes/queries";
import { programmeListSchema } from "@/lib/domain/programmes/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { listCommitments } from "@/lib/reports/commitments/facts";
import type { Outcome } from "@/lib/reports/commitments/types";

/** The rest is on the list, narrowed to the same. */
const SHOWN = 8;
const first = { pageSize: SHOWN };

export type PromisedOf = { firm: string } | { project: string };

/** A kind of what was promised: its first few with their outcome, how many there are, and the filter that finds all. */
export type PromiseSide = {
  noun: "commitments" | "agreements" | "programmes" | "policies";
  filter: string;
  total: number;
  rows: { id: string; titleZh: string | null; titleEn: string | null; outcome: Outcome | null }[];
};

/**
 * What a firm or institute promised, signed, trains and gave rules for, or what was promised of a project, as far as
 * the viewer may read it; only what there is some of. A few queries, however much there is.
 */
export async function listPromisesOf(
  viewer: Viewer,
  of: PromisedOf,
  asOf: CivilDate,
): Promise<PromiseSide[]> {
  const sides = await Promise.all([
    listPromised(viewer, of, asOf),
    ...("firm" in of
      ? [listSigned(viewer, of.firm), listTrained(viewer, of.firm), listRules(viewer, of.firm, asOf)]
      : []),
  ]);
  return sides.filter((side) => side !== null && side.total > 0) as PromiseSide[];
}

async function listPromised(viewer: Viewer, of: PromisedOf, asOf: CivilDate): Promise<PromiseSide | null> {
  if (!can(viewer, "commitments.read")) return null;
  const [name, id] = "firm" in of ? ["promisor", of.firm] : ["project", of.project];
  const params = commitmentListSchema.parse({ ...first, [name]: id });
  const { rows, total } = await listCommitments(viewer, params, asOf);
  const titled = rows.map((row) => toRow(row, row.figures?.outcome));
  return { noun: "commitments", filter: `${name}=${id}`, total, rows: titled };
}

async function listSigned(viewer: Viewer, firm: string): Promise<PromiseSide | null> {
  if (!can(viewer, "agreements.read")) return null;
  const params = agreementListSchema.parse({ ...first, party: firm });
  const { rows, total } = await listAgreements(viewer, params);
  return { noun: "agreements", filter: `party=${firm}`, total, rows: rows.map((row) => toRow(row)) };
}

async function listTrained(viewer: Viewer, firm: string): Promise<PromiseSide | null> {
  if (!can(viewer, "programmes.read")) return null;
  const params = programmeListSchema.parse({ ...first, institute: firm });
  const { rows, total } = await listProgrammes(viewer, params);
  const titled = rows.map(({ id, nameZh, nameEn }) => toRow({ id, titleZh: nameZh, titleEn: nameEn }));
  return { noun: "programmes", filter: `institute=${firm}`, total, rows: titled };
}

async function listRules(viewer: Viewer, firm: string, asOf: CivilDate): Promise<PromiseSide | null> {
  if (!can(viewer, "policies.read")) return null;
  const params = policyListSchema.parse({ ...first, institute: firm });
  const { rows, total } = await listPolicies(viewer, params, asOf);
  return { noun: "policies", filter: `institute=${firm}`, total, rows: rows.map((row) => toRow(row)) };
}

type Titled = { id: string; titleZh: string | null; titleEn: string | null };

function toRow({ id, titleZh, titleEn }: Titled, outcome: Outcome | null = null) {
  return { id, titleZh, titleEn, outcome };
}
