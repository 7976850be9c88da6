import { beforeAll, describe, expect, test } from "vitest";
import { createEmployeeSchema } from "@/lib/domain/employees/schema";
import { createEmployee } from "@/lib/domain/employees/service";
import { createHeadcountSchema } from "@/lib/domain/headcounts/schema";
import { createHeadcount } from "@/lib/domain/headcounts/service";
import { createLease } from "@/lib/domain/leases/service";
import { inviteColleagueSchema } from "@/lib/domain/memberships/schema";
import { inviteColleague } from "@/lib/domain/memberships/service";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import {
  leaseInput,
  makeCommitment,
  makeFirm,
  makeMilestone,
  makePark,
  makeProject,
  makeUnit,
  makeViewer,
  system,
  unique,
} from "@/lib/testing/factories";
import { makeAgreement } from "@/lib/testing/promise-factories";
import { inFirmSession, outsideFirmSession } from "./firm-session";

/** A firm with something of everything, and somebody who acts for it. */
async function makeWorld(park: Awaited<ReturnType<typeof makePark>>) {
  const firm = await makeFirm();
  const unit = await makeUnit(park);
  const lease = await createLease(system, leaseInput({ enterpriseId: firm.id, units: [unit.id] }));
  const at = { enterpriseId: firm.id, parkId: park.id };
  await createHeadcount(system, createHeadcountSchema.parse({ ...at, on: "2022-06-30", total: "12" }));
  await createEmployee(system, createEmployeeSchema.parse({ ...at, name: "N", joinedOn: "2022-01-10" }));
  const project = await makeProject({ leadId: firm.id });
  await makeMilestone({ projectId: project.id });
  await makeCommitment({ promisorId: firm.id, promisorEn: null });
  await makeAgreement({ parties: [{ enterpriseId: firm.id }] });
  const invited = { enterpriseId: firm.id, email: `${unique("x")}@test.example`, name: "Invited" };
  await inviteColleague(system, inviteColleagueSchema.parse(invited));
  return { firm, lease, viewer: await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] }) };
}

const sessionOf = ({ userId, enterpriseIds }: Viewer) => ({
  userId: userId ?? "",
  enterpriseIds: enterpriseIds ?? [],
});

const idsOf = (rows: Record<string, unknown>[]) =>
  rows.map((row) =>
    String(row.id ?? JSON.stringify(row, (_, value) => (typeof value === "bigint" ? String(value) : value))),
  );

/** What a session sees of each table, asked without any scope; null where it is closed. */
async function seenBy(viewer: Viewer): Promise<Map<string, string[] | null>> {
  const { rows } = await (await ownerClient()).query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1",
  );
  const seen = new Map<string, string[] | null>();
  for (const { name } of rows) {
    const open = await inFirmSession(sessionOf(viewer), () =>
      db.$queryRaw<{ columns: string | null }[]>(Prisma.sql`
        SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.column_privileges
        WHERE table_schema = 'public' AND table_name = ${name} AND grantee = 'tenantry_firm'`),
    );
    const columns = open[0]?.columns;
    if (!columns) {
      const asked = inFirmSession(sessionOf(viewer), () => db.$queryRawUnsafe(`SELECT 1 FROM ${name}`));
      await expect(asked, name).rejects.toThrow(/permission denied/);
      seen.set(name, null);
      continue;
    }
    const found = await inFirmSession(sessionOf(viewer), () =>
      db.$queryRawUnsafe<Record<string, unknown>[]>(`SELECT ${columns} FROM ${name}`),
    );
    seen.set(name, idsOf(found));
  }
  return seen;
}

/** Of no firm, and so the same for all: places, public papers, words, what is asked of everybody. */
const common = [
  ...["parks", "buildings", "floors", "policies", "policy_versions", "zone", "rates"],
  ...["custom_fields", "custom_field_options", "return_forms", "return_form_versions", "return_rounds"],
];
/** What holds secrets, or is the office's or the installation's own. */
const closed = [
  "api_tokens",
  "setup_links",
  "name_openings",
  "name_readings",
  "mails",
  "job_runs",
  "claims",
  "imports",
];

describe("a session of a firm's people", () => {
  let a: Awaited<ReturnType<typeof makeWorld>>;
  let b: Awaited<ReturnType<typeof makeWorld>>;

  beforeAll(async () => {
    await resetDatabase();
    const park = await makePark();
    [a, b] = [await makeWorld(park), await makeWorld(park)];
  });

  test("sees rows of its firm alone in every table, without any scope", async () => {
    const [seenA, seenB] = [await seenBy(a.viewer), await seenBy(b.viewer)];
    const shared = [...seenA].filter(([name, rows]) => {
      const theirs = new Set(seenB.get(name) ?? []);
      return rows?.some((row) => theirs.has(row)) && !common.includes(name);
    });
    // Staff are named to everybody; here there are none, so nothing at all is common but the places.
    expect(shared.map(([name]) => name)).toEqual([]);
    const full = [
      "enterprises",
      "leases",
      "lease_lines",
      "lease_line_facts",
      "units",
      "headcounts",
      "employees",
    ];
    const more = [
      "employee_names",
      "projects",
      "milestones",
      "agreements",
      "commitments",
      "invitations",
      "users",
    ];
    for (const name of [...full, ...more, "changes", "change_sets", "search_terms", "user_enterprises"]) {
      expect(seenA.get(name)?.length, name).toBeGreaterThan(0);
      expect(seenB.get(name)?.length, name).toBeGreaterThan(0);
    }
    expect(seenA.get("enterprises")).toEqual([a.firm.id]);
    for (const name of closed) expect(seenA.get(name), name).toBeNull();
  });

  test("finds nothing through Prisma either, by a foreign id or in a relation", async () => {
    const seen = await inFirmSession(sessionOf(a.viewer), async () => ({
      firms: await db.enterprise.findMany({ select: { id: true } }),
      foreign: await db.lease.findUnique({ where: { id: b.lease.id }, select: { id: true } }),
      counted: await db.lease.count(),
      units: await db.building.findMany({ select: { units: { select: { id: true } } } }),
    }));
    expect(seen.firms).toEqual([{ id: a.firm.id }]);
    expect(seen.foreign).toBeNull();
    expect(seen.counted).toBe(1);
    expect(seen.units.flatMap(({ units }) => units)).toHaveLength(1);
  });

  test("sees no password, not even its person's own", async () => {
    const asked = inFirmSession(sessionOf(a.viewer), () =>
      db.user.findMany({ select: { passwordHash: true } }),
    );
    await expect(asked).rejects.toThrow(/permission denied/);
  });

  test("sees nothing at all once it acts for no firm, and the next request is not its", async () => {
    const session = { userId: a.viewer.userId ?? "", enterpriseIds: [] };
    expect(await inFirmSession(session, () => db.enterprise.count())).toBe(0);
    expect(await db.enterprise.count()).toBe(2);
  });

  test("may be left for what is no firm's to read, and is entered again after it", async () => {
    const seen = await inFirmSession(sessionOf(a.viewer), async () => {
      // A query begins when it is awaited: it is what it was made as.
      const all = await outsideFirmSession(
        () => db.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM enterprises`,
      );
      const own = await db.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM enterprises`;
      return [all[0]?.n, own[0]?.n].map(Number);
    });
    expect(seen).toEqual([2, 1]);
  });

  test("names another firm that stands in one paper with it, and nothing more of that firm", async () => {
    const { id } = await makeAgreement({
      parties: [{ enterpriseId: a.firm.id }, { enterpriseId: b.firm.id }],
    });
    const seen = await inFirmSession(sessionOf(a.viewer), async () => ({
      firms: (await db.enterprise.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(
        ({ id }) => id,
      ),
      leases: await db.lease.count(),
      headcounts: await db.headcount.count(),
    }));
    expect(seen).toEqual({ firms: [a.firm.id, b.firm.id].sort(), leases: 1, headcounts: 1 });
    await openChangeSet(system, { verb: "agreements.update" }, (tx) =>
      tx.agreementParty.deleteMany({ where: { agreementId: id, enterpriseId: b.firm.id } }),
    );
  });

  test("writes nothing to a row of another firm, whatever a service forgets", async () => {
    const write = (id: string) =>
      inFirmSession(sessionOf(a.viewer), () =>
        openChangeSet(a.viewer, { verb: "change-requests.forgotten" }, (tx) =>
          tx.enterprise.update({
            where: { id },
            data: { website: "https://x.example" },
            select: { id: true },
          }),
        ),
      );
    await expect(write(b.firm.id)).rejects.toThrow();
    expect(await db.enterprise.count({ where: { website: { not: null } } })).toBe(0);
    await write(a.firm.id);
    expect(await db.enterprise.count({ where: { website: { not: null } } })).toBe(1);
  });
});
