import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { Prisma } from "@/lib/platform/db/generated/client";
import { conflict, notFound } from "@/lib/platform/errors/app-error";
import { inChangeSet, type Within } from "../in-change-set";
import { headcountScope } from "./scope";

export type HeadcountTotal = { id: string; version: number; total: number };

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
