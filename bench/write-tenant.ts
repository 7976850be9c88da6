import { logTenancySchema, NEW_FIRM } from "@/lib/domain/leases/schema";
import { logTenancy } from "@/lib/domain/leases/service-tenancy";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { byHand } from "./by-hand";

export type Unit = { id: string; parkId: string; area: { toString(): string } };
/** What one write lets: nothing else lets this unit on this day, or has this number. */
export type Letting = { unit: Unit; day: string; leaseNo: string };

const viewer = systemViewer("bench");
const PEOPLE = 25;

/** A tenant as an officer logs it: a new firm, its lease of a unit under the next free number, and its people. */
export async function tenantByService({ unit, day, leaseNo }: Letting): Promise<boolean> {
  const input = {
    ...{ enterpriseId: NEW_FIRM, startsOn: day, endsOn: day, headcount: String(PEOPLE) },
    firm: { nameZh: `试算企业${leaseNo}`, nameEn: `Bench Firm ${leaseNo}`, cluster: "BIOMEDICINE" },
    lines: [{ unitId: unit.id }],
  };
  await logTenancy(viewer, logTenancySchema.parse(input));
  return true;
}

/** The same rows and the same history, by bare statements in one transaction, with all that is derived given. */
export async function tenantByHand({ unit, day, leaseNo }: Letting): Promise<boolean> {
  const [firm, lease, names] = [newId(), newId(), [`试算企业${leaseNo}`, `Bench Firm ${leaseNo}`]];
  return byHand("leases.logTenancy", "SYSTEM", async (client) => {
    await client.query(
      `INSERT INTO enterprises (id, name_zh, name_en, cluster, stage, search, name_key_zh, name_key_en, sort_zh, sort_en)
       VALUES ($1, $2, $3, 'BIOMEDICINE', 'SIGNED', $2 || E'\\n' || $3, $2, $3, $2, $3)`,
      [firm, ...names],
    );
    await client.query(
      `INSERT INTO leases (id, lease_no, park_id, enterprise_id, signed_on, starts_on, ends_on)
       VALUES ($1, $2, $3, $4, current_date, $5, $5)`,
      [lease, leaseNo, unit.parkId, firm, day],
    );
    await client.query("INSERT INTO lease_lines (id, lease_id, unit_id, area) VALUES ($1, $2, $3, $4)", [
      ...[newId(), lease, unit.id, unit.area.toString()],
    ]);
    await client.query(
      `INSERT INTO headcounts (id, enterprise_id, park_id, on_date, total, source)
       VALUES ($1, $2, $3, $4, $5, 'OFFICER')`,
      [newId(), firm, unit.parkId, day, PEOPLE],
    );
  });
}
