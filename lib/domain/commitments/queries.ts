import "server-only";
import { reachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { fold } from "@/lib/platform/names/sort-keys";
import { literally } from "@/lib/platform/paging/containing";
import { inOrder } from "@/lib/platform/paging/in-order";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import {
  type CommitmentDto,
  commitmentDetailSelect,
  commitmentSelect,
  toCommitment,
  toCommitmentDetail,
} from "./dto";
import type { CommitmentListParams } from "./schema";
import { commitmentScope } from "./scope";

/**
 * The ids of all commitments within reach that match, in the list's order. How each stands on a day is computed
 * (lib/reports/commitments), and so is the filter by outcome.
 */
export async function listCommitmentIds(viewer: Viewer, params: CommitmentListParams): Promise<string[]> {
  assertCan(viewer, "commitments.read");
  const rows = await db.commitment.findMany({ ...toQuery(viewer, params), select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Those of the ids that are within reach, in the order of the ids. */
export async function listCommitmentsByIds(viewer: Viewer, ids: string[]): Promise<CommitmentDto[]> {
  assertCan(viewer, "commitments.read");
  const where = { AND: [commitmentScope(viewer), { id: { in: ids } }] };
  const rows = await db.commitment.findMany({ where, select: commitmentSelect });
  return inOrder(ids, rows).map((row) => toCommitment(row, viewer.enterpriseIds));
}

/** One commitment with its measurements and what the viewer may do, or null out of reach. */
export async function getCommitment(viewer: Viewer, id: string) {
  assertCan(viewer, "commitments.read");
  if (!isId(id)) return null;
  const row = await db.commitment.findFirst({
    where: { AND: [commitmentScope(viewer), { id }] },
    select: commitmentDetailSelect,
  });
  if (!row) return null;
  const writes = reachesZone(viewer);
  const typed = row.metric === "TYPED";
  return {
    ...toCommitmentDetail(row, viewer.enterpriseIds),
    can: {
      update: writes && can(viewer, "commitments.update"),
      measure: writes && typed && can(viewer, "commitments.measure"),
      correct: writes && typed && can(viewer, "commitments.correctMeasurement"),
      remove: writes && typed && can(viewer, "commitments.removeMeasurement"),
      waive: writes && row.waivedOn === null && can(viewer, "commitments.waive"),
      unwaive: writes && row.waivedOn !== null && can(viewer, "commitments.unwaive"),
    },
  };
}

/** The id of the commitment with a code, or null out of reach. */
export async function getCommitmentIdByCode(viewer: Viewer, code: string): Promise<string | null> {
  assertCan(viewer, "commitments.read");
  const row = await db.commitment.findFirst({
    where: { AND: [commitmentScope(viewer), { code }] },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** @throws AppError NOT_FOUND */
export async function findCommitmentInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.commitment.findFirst({
    where: { AND: [commitmentScope(viewer), { id }] },
    select: commitmentSelect,
  });
  if (!row) throw notFound();
  return row;
}

/** A measurement with its commitment's metric. @throws AppError NOT_FOUND */
export async function findMeasurementInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.commitmentMeasurement.findFirst({
    where: { id, commitment: commitmentScope(viewer) },
    select: { id: true, version: true, commitmentId: true, commitment: { select: { metric: true } } },
  });
  if (!row) throw notFound();
  return row;
}

function toQuery(viewer: Viewer, params: CommitmentListParams) {
  const words = fold(params.query).split(" ").filter(Boolean);
  const where: Prisma.CommitmentWhereInput = {
    AND: [
      commitmentScope(viewer),
      params.metric ? { metric: params.metric } : {},
      params.agreement ? { agreementId: params.agreement } : {},
      params.project ? { projectId: params.project } : {},
      params.promisor ? { promisorId: params.promisor } : {},
      params.dueBy ? { targetOn: { lte: fromCivil(toCivil(params.dueBy)) } } : {},
      ...words.map((word) => ({ search: { contains: literally(word) } })),
    ],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const title = viewer.locale === "zh" ? "sortZh" : "sortEn";
  const field = params.sort.field === "title" ? title : params.sort.field;
  const orderBy: Prisma.CommitmentOrderByWithRelationInput[] = [{ [field]: direction }, { id: "asc" }];
  return { where, orderBy };
}
