import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { Prisma } from "@/lib/platform/db/generated/client";
import { enterpriseScopeSql } from "../enterprises/queries-scope";
import { can } from "../permissions";

type Scope = {
  enterprises: Prisma.Sql;
  leases: Prisma.Sql;
  units: Prisma.Sql;
  projects: Prisma.Sql;
  /** Of what belongs to the whole zone: those of which a firm sees its own. */
  papers: Partial<Record<string, Prisma.Sql>>;
  unlimited: boolean;
};

/**
 * The scopes of the nouns once more, as conditions of one statement over all of them: `e`, `l`, `u` and `p` are a firm,
 * a lease, a unit and a project, `w` a paper. A test holds them equal to the nouns' own.
 */
export function searchScope(viewer: Viewer): Scope {
  const firms = viewer.enterpriseIds && [...viewer.enterpriseIds];
  const parks = viewer.parkIds && [...viewer.parkIds];
  const [all, none] = [Prisma.sql`true`, Prisma.sql`false`];
  if (!can(viewer, "enterprises.read")) {
    const papers = { agreement: none, commitment: none };
    return { enterprises: none, leases: none, units: none, projects: none, papers, unlimited: false };
  }
  if (firms) {
    const own = Prisma.sql`= ANY (${firms}::uuid[])`;
    return {
      enterprises: enterpriseScopeSql(viewer),
      leases: Prisma.sql`l.enterprise_id ${own}`,
      units: Prisma.sql`EXISTS (SELECT 1 FROM lease_lines n JOIN leases s ON s.id = n.lease_id
        WHERE n.unit_id = u.id AND s.enterprise_id ${own})`,
      projects: Prisma.sql`p.lead_id ${own}`,
      papers: {
        agreement: Prisma.sql`EXISTS (SELECT 1 FROM agreement_parties y
          WHERE y.agreement_id = w.id AND y.enterprise_id ${own})`,
        commitment: Prisma.sql`w.promisor_id ${own}`,
      },
      unlimited: false,
    };
  }
  if (!parks)
    return { enterprises: all, leases: all, units: all, projects: all, papers: {}, unlimited: true };
  const mine = Prisma.sql`= ANY (${parks}::uuid[])`;
  return {
    enterprises: enterpriseScopeSql(viewer),
    leases: Prisma.sql`l.park_id ${mine}`,
    units: Prisma.sql`u.park_id ${mine}`,
    projects: Prisma.sql`p.park_id ${mine}`,
    papers: {},
    unlimited: false,
  };
}
