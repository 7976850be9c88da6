import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { insertRows } from "@/lib/platform/db/insert-rows";
import { conflict, notFound } from "@/lib/platform/errors/app-error";
import { assertEnterprisesInScope } from "../enterprises/queries";
import { inChangeSet, type Within } from "../in-change-set";
import { lockUnitsInScope } from "../units/queries-lock";
import type { CreateLeaseInput } from "./schema";
import { leaseScope } from "./scope";
import { toLeaseRow, toLineRow } from "./service-rows";

type Terms = Pick<
  CreateLeaseInput,
  | "signedOn"
  | "startsOn"
  | "endsOn"
  | "movedInOn"
  | "terminatedOn"
  | "movedOutOn"
  | "holdover"
  | "renewalOfId"
>;
type Line = { unitId: string; area: string };
export type NewLease = Terms & { id: string; leaseNo: string; enterpriseId: string; lines: Line[] };
export type LeasePatch = Terms & {
  id: string;
  version: number;
  newLines: Line[];
  lineAreas: { id: string; unitId: string; area: string }[];
};

/**
 * Many leases at once, as an import brings them, under ids that the caller has given them; a lease comes after the
 * one that it renews. Whether units are free is decided when all of them stand.
 */
export async function createLeases(viewer: Viewer, inputs: NewLease[], within?: Within) {
  return inChangeSet(
    viewer,
    "leases.create",
    null,
    async (tx) => {
      await decideAtTheEnd(tx);
      const units = await lockUnitsInScope(
        tx,
        viewer,
        inputs.flatMap(({ lines }) => lines.map(({ unitId }) => unitId)),
      );
      await assertEnterprisesInScope(
        tx,
        viewer,
        inputs.map(({ enterpriseId }) => enterpriseId),
      );
      const own = new Set(inputs.map(({ id }) => id));
      await assertLeasesInScope(
        tx,
        viewer,
        inputs.flatMap(({ renewalOfId }) => (renewalOfId && !own.has(renewalOfId) ? [renewalOfId] : [])),
      );
      const parkOf = ({ lines }: NewLease) => {
        const [parkId, ...others] = new Set(lines.map(({ unitId }) => units.get(unitId)?.parkId ?? ""));
        if (!parkId || others.length > 0) throw conflict("leases.errors.otherPark");
        return parkId;
      };
      const rows = inputs.map((lease) => toLeaseRow(lease.id, parkOf(lease), lease));
      await insertRows(tx, "leases", rows);
      await writeLines(
        tx,
        inputs.flatMap(({ id, lines }) => lines.map((line) => ({ ...line, leaseId: id }))),
      );
      return { count: inputs.length };
    },
    within,
  );
}

/** Changes the terms of many leases, adds lines and changes areas. @throws AppError CONFLICT */
export async function updateLeases(viewer: Viewer, inputs: LeasePatch[], within?: Within) {
  return inChangeSet(
    viewer,
    "leases.update",
    null,
    async (tx) => {
      await decideAtTheEnd(tx);
      await assertLeasesInScope(tx, viewer, [
        ...inputs.map(({ id }) => id),
        ...inputs.flatMap(({ renewalOfId }) => renewalOfId ?? []),
      ]);
      const lines = inputs.flatMap(({ newLines, lineAreas }) => [...newLines, ...lineAreas]);
      await lockUnitsInScope(
        tx,
        viewer,
        lines.map(({ unitId }) => unitId),
      );
      const terms = inputs.map(({ newLines: _n, lineAreas: _a, ...lease }) => lease);
      const updated = await tx.$executeRaw(Prisma.sql`
        UPDATE leases l SET signed_on = r."signedOn", starts_on = r."startsOn", ends_on = r."endsOn",
          moved_in_on = r."movedInOn", terminated_on = r."terminatedOn", moved_out_on = r."movedOutOn",
          holdover = r.holdover, renewal_of_id = r."renewalOfId", version = l.version + 1
        FROM jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) AS r(id uuid, version int, "signedOn" date,
          "startsOn" date, "endsOn" date, "movedInOn" date, "terminatedOn" date, "movedOutOn" date, holdover boolean,
          "renewalOfId" uuid)
        WHERE l.id = r.id AND l.version = r.version`);
      if (updated < inputs.length) throw conflict("errors.conflict");
      const areas = inputs.flatMap(({ lineAreas }) => lineAreas);
      if (areas.length > 0) {
        await tx.$executeRaw(Prisma.sql`
          UPDATE lease_lines l SET area = r.area
          FROM jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) AS r(id uuid, area numeric) WHERE l.id = r.id`);
      }
      await writeLines(
        tx,
        inputs.flatMap(({ id, newLines }) => newLines.map((line) => ({ ...line, leaseId: id }))),
      );
      return { count: inputs.length };
    },
    within,
  );
}

/** Leases that change places in one write may meet on the way; what counts is how they stand in the end. */
async function decideAtTheEnd(tx: Tx): Promise<void> {
  await tx.$executeRaw`SET CONSTRAINTS lease_lines_let_once DEFERRED`;
}

/** @throws AppError NOT_FOUND */
async function assertLeasesInScope(tx: Tx, viewer: Viewer, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const found = await tx.lease.count({ where: { AND: [leaseScope(viewer), { id: { in: wanted } }] } });
  if (found < wanted.length) throw notFound();
}

async function writeLines(tx: Tx, lines: (Line & { leaseId: string })[]): Promise<void> {
  await insertRows(
    tx,
    "lease_lines",
    lines.map((line) => toLineRow(line.leaseId, line)),
  );
}
