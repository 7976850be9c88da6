import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { Prisma } from "@/lib/platform/db/generated/client";
import { enterpriseScopeSql } from "../enterprises/queries-scope";
import { can } from "../permissions";

/**
 * The scopes of the nouns once more, as conditions of one statement over all of them: `e`, `l`, `u`, `p` and `a` are
 * a firm, a lease, a unit, a project and an agreement. A test holds them equal to the nouns' own.
 */
export function searchScope(viewer: Viewer) {
  const firms = viewer.enterpriseIds && [...viewer.enterpriseIds];
  const parks = viewer.parkIds && [...viewer.parkIds];
  const all = Prisma.sql`true`;
  if (!can(viewer, "enterprises.read")) {
    const none = Prisma.sql`false`;
    return {
      enterprises: none,
      leases: none,
      units: none,
      projects: none,
      agreements: none,
      unlimited: false,
    };
  }
  if (firms) {
    return {
      enterprises: enterpriseScopeSql(viewer),
      leases: Prisma.sql`l.enterprise_id = ANY (${firms}::uuid[])`,
      units: Prisma.sql`EXISTS (SELECT 1 FROM lease_lines n JOIN leases s ON s.id = n.lease_id
        WHERE n.unit_id = u.id AND s.enterprise_id = ANY (${firms}::uuid[]))`,
      projects: Prisma.sql`p.lead_id = ANY (${firms}::uuid[])`,
      agreements: Prisma.sql`EXISTS (SELECT 1 FROM agreement_parties y
        WHERE y.agreement_id = a.id AND y.enterprise_id = ANY (${firms}::uuid[]))`,
      unlimited: false,
    };
  }
  if (!parks)
    return { enterprises: all, leases: all, units: all, projects: all, agreements: all, unlimited: true };
  const mine = Prisma.sql`= ANY (${parks}::uuid[])`;
  return {
    enterprises: enterpriseScopeSql(viewer),
    leases: Prisma.sql`l.park_id ${mine}`,
    units: Prisma.sql`u.park_id ${mine}`,
    projects: Prisma.sql`p.park_id ${mine}`,
    agreements: all,
    unlimited: false,
  };
}
