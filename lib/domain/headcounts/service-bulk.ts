import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { Prisma } from "@/lib/platform/db/generated/client";
import { insertRows } from "@/lib/platform/db/insert-rows";
import { conflict, notFound } from "@/lib/platform/errors/app-error";
import { assertEnterprisesInScope } from "../enterprises/queries";
import { inChangeSet, type Within } from "../in-change-set";
import { assertParksInScope } from "../parks/queries";
import type { CreateHeadcountInput } from "./schema";
import { headcountScope } from "./scope";

export type HeadcountTotal = { id: string; version: number; total: number };

export type NewHeadcount = Pick<CreateHeadcountInput, "enterpriseId" | "parkId" | "on" | "total">;

/** The totals that many firms declare, as a file brings them; each firm and each park must be within reach. */
export async function createHeadcountTotals(viewer: Viewer, inputs: NewHeadcount[], within?: Within) {
  return inChangeSet(
    viewer,
    "headcounts.create",
    null,
    async (tx) => {
      const enterpriseIds = inputs.map(({ enterpriseId }) => enterpriseId);
      const parkIds = inputs.map(({ parkId }) => parkId);
      await assertEnterprisesInScope(tx, viewer, enterpriseIds);
      await assertParksInScope(tx, viewer, parkIds);
      const source = viewer.via === "IMPORT" ? "IMPORT" : "OFFICER";
      const rows = inputs.map(({ enterpriseId, parkId, on, total }) => {
        return { id: newId(), enterprise_id: enterpriseId, park_id: parkId, on_date: on, total, source };
      });
      await insertRows(tx, "headcounts", rows);
      return { count: inputs.length };
    },
    within,
  );
}

/** New totals of many declarations. @throws AppError CONFLICT where one was saved meanwhile */
export async function updateHeadcounts(viewer: Viewer, inputs: HeadcountTotal[], within?: Within) {
  return inChangeSet(
    viewer,
    "headcounts.update",
    null,
    async (tx) => {
      const ids = inputs.map(({ id }) => id);
      const found = await tx.headcount.count({
        where: { AND: [headcountScope(viewer), { id: { in: ids } }] },
      });
      if (found < ids.length) throw notFound();
      if ((await tx.headcount.count({ where: { id: { in: ids }, returnId: { not: null } } })) > 0) {
        throw conflict("headcounts.errors.ofReturn");
      }
      const updated = await tx.$executeRaw(Prisma.sql`
        UPDATE headcounts h SET total = r.total, version = h.version + 1
        FROM jsonb_to_recordset(${JSON.stringify(inputs)}::jsonb) AS r(id uuid, version int, total int)
        WHERE h.id = r.id AND h.version = r.version`);
      if (updated < inputs.length) throw conflict("errors.conflict");
      return { count: inputs.length };
    },
    within,
  );
}
