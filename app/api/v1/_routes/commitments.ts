import { z } from "zod";
import { getCommitment, getCommitmentIdByCode } from "@/lib/domain/commitments/queries";
import {
  commitmentListSchema,
  commitmentMetrics,
  commitmentOutcomes,
  commitmentPaths,
} from "@/lib/domain/commitments/schema";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import type { CommitmentRow } from "@/lib/reports/commitments/facts";
import { getCommitmentStanding, listCommitments } from "@/lib/reports/commitments/facts";
import { asOfQuery, dateShape, dayOf, firmShape, namesShape, rateShape, toNames, uuidShape } from "./shapes";

const titledShape = z.object({ id: uuidShape, code: z.string(), ...namesShape }).nullable();

const standingShape = {
  id: uuidShape,
  code: z.string(),
  ...namesShape,
  promisor: z.object({ ...firmShape.shape, id: uuidShape.nullable() }),
  agreement: titledShape,
  project: titledShape,
  metric: z.enum(commitmentMetrics),
  unit: z.object(namesShape),
  baseline: z.number(),
  baselineOn: dateShape,
  target: z.number(),
  targetOn: dateShape,
  path: z.enum(commitmentPaths),
  actual: z.number().nullable(),
  actualOn: dateShape.nullable(),
  expected: z.number().nullable(),
  attainment: rateShape,
  pace: rateShape,
  outcome: z.enum(commitmentOutcomes).nullable(),
  /** Instead of figures, where a sum needs a rate that nobody has said. */
  missingRate: z.object({ pair: z.string(), on: dateShape }).nullable(),
  version: z.int(),
};

/** The one list that answers an array and no page: how all of them stand is read at once. */
export const commitments = defineRoute({
  id: "listCommitments",
  path: "/commitments",
  tag: "commitments",
  query: z.object({
    query: z.string().max(200).optional(),
    metric: z.enum(commitmentMetrics).optional(),
    outcome: z.enum(commitmentOutcomes).optional(),
    agreement: uuidShape.optional(),
    project: uuidShape.optional(),
    ...asOfQuery,
  }),
  answer: z.array(z.object(standingShape)),
  handle: async (viewer, { query }) => {
    const filters = { ...commitmentListSchema.parse(query), page: 1, pageSize: Number.MAX_SAFE_INTEGER };
    const { rows } = await listCommitments(viewer, filters, dayOf(query.asOf));
    return rows.map(toAnswer);
  },
});

export const commitment = defineRoute({
  id: "getCommitment",
  path: "/commitments/{code}",
  tag: "commitments",
  params: z.object({ code: z.string().min(1).max(100) }),
  query: z.object({ ...asOfQuery }),
  answer: z.object({
    ...standingShape,
    promisee: z.object(namesShape),
    source: z.object(namesShape),
    owner: z.string().nullable(),
    waivedOn: dateShape.nullable(),
    waivedReason: z.string().nullable(),
    steps: z.array(z.object({ on: dateShape, value: z.number() })),
    measurements: z.array(
      z.object({
        id: uuidShape,
        on: dateShape,
        value: z.number(),
        source: z.string(),
        evidence: z.string().nullable(),
      }),
    ),
  }),
  handle: async (viewer, { params, query }) => {
    const id = await getCommitmentIdByCode(viewer, params.code);
    const row = id && (await getCommitment(viewer, id));
    if (!row) throw notFound();
    const { figures, missing } = await getCommitmentStanding(row, dayOf(query.asOf));
    return {
      ...toAnswer({ ...row, figures, missing }),
      promisee: toNames({ nameZh: row.promiseeZh, nameEn: row.promiseeEn }),
      source: toNames({ nameZh: row.sourceZh, nameEn: row.sourceEn }),
      owner: row.owner,
      waivedOn: row.waivedOn,
      waivedReason: row.waivedReason,
      steps: row.steps.map(({ on, value }) => ({ on, value: Number(value) })),
      measurements: row.measurements.map(({ version: _, value, ...one }) => ({
        ...one,
        value: Number(value),
      })),
    };
  },
});

type Titled = { id: string; code: string; titleZh: string | null; titleEn: string | null };

const toTitled = (one: Titled | null) =>
  one && { id: one.id, code: one.code, ...toNames({ nameZh: one.titleZh, nameEn: one.titleEn }) };

function toAnswer(row: CommitmentRow) {
  const { figures, missing, promisor } = row;
  return {
    id: row.id,
    code: row.code,
    ...toNames({ nameZh: row.titleZh, nameEn: row.titleEn }),
    promisor: {
      id: promisor?.id ?? null,
      ...toNames(promisor ?? { nameZh: row.promisorZh, nameEn: row.promisorEn }),
    },
    agreement: toTitled(row.agreement),
    project: toTitled(row.project),
    metric: row.metric,
    unit: toNames({ nameZh: row.unitZh, nameEn: row.unitEn }),
    baseline: Number(row.baselineValue),
    baselineOn: row.baselineOn,
    target: Number(row.targetValue),
    targetOn: row.targetOn,
    path: row.path,
    actual: figures ? Number(figures.actual) : null,
    actualOn: figures?.actualOn ?? null,
    expected: figures ? Number(figures.expected) : null,
    attainment: figures?.attainment ?? null,
    pace: figures?.pace ?? null,
    outcome: figures?.outcome ?? null,
    missingRate: missing,
    version: row.version,
  };
}
