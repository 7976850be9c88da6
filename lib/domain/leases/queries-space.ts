import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type CivilDate, toCivilOrNull } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { assertCan } from "../permissions";
import { leaseSelect, toLease } from "./dto";
import { type LeaseStatus, listLinesOn } from "./rules";
import { leaseScope } from "./scope";

const { unit } = leaseSelect.lines.select;
const select = {
  ...leaseSelect,
  lines: {
    ...leaseSelect.lines,
    select: {
      ...leaseSelect.lines.select,
      unit: {
        select: {
          ...unit.select,
          use: true,
          floor: { select: { label: true, position: true } },
          building: { select: { id: true, ...unit.select.building.select } },
        },
      },
    },
  },
};

const running: LeaseStatus[] = ["IN_FORCE", "EXPIRING", "HOLDOVER"];

/**
 * Where a firm sits on a day: its leases that are not over, those that run first, each with its units of that day,
 * or of its first before it begins.
 */
export async function listSpace(viewer: Viewer, enterpriseId: string, asOf: CivilDate) {
  assertCan(viewer, "leases.read");
  const rows = await db.lease.findMany({
    where: { AND: [leaseScope(viewer), { enterpriseId }] },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    select,
  });
  return rows
    .map((row) => {
      const lease = toLease(row, asOf);
      const dated = row.lines.map(({ unit: let_, area, lineFrom, lineTo }) => ({
        code: let_.code,
        use: let_.use,
        floor: let_.floor,
        building: let_.building,
        area: area.toFixed(2),
        lineFrom: toCivilOrNull(lineFrom),
        lineTo: toCivilOrNull(lineTo),
        unitTo: toCivilOrNull(let_.validTo),
      }));
      const units = listLinesOn(lease, dated, asOf);
      return { ...lease, units, runs: running.includes(lease.status) };
    })
    .filter(({ status }) => status !== "ENDED" && status !== "TERMINATED");
}

export type SpaceLease = Awaited<ReturnType<typeof listSpace>>[number];
