import { beforeAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { attachmentAttempts } from "@/lib/testing/attempts/attachments";
import { changeRequestAttempts } from "@/lib/testing/attempts/change-requests";
import { changeSetAttempts } from "@/lib/testing/attempts/change-sets";
import { commitmentAttempts } from "@/lib/testing/attempts/commitments";
import { contractAttempts } from "@/lib/testing/attempts/contracts";
import { customFieldAttempts } from "@/lib/testing/attempts/custom-fields";
import { employeeAttempts } from "@/lib/testing/attempts/employees";
import { firmAttempts } from "@/lib/testing/attempts/firms";
import { membershipAttempts } from "@/lib/testing/attempts/memberships";
import { noticeAttempts } from "@/lib/testing/attempts/notices";
import { paperAttempts } from "@/lib/testing/attempts/papers";
import { peopleAttempts } from "@/lib/testing/attempts/people";
import { placeAttempts } from "@/lib/testing/attempts/places";
import { projectRecordAttempts } from "@/lib/testing/attempts/project-records";
import { projectAttempts } from "@/lib/testing/attempts/projects";
import { promiseAttempts } from "@/lib/testing/attempts/promises";
import { returnAttempts } from "@/lib/testing/attempts/returns";
import type { Attempts } from "@/lib/testing/attempts/types";
import { unitChangeAttempts } from "@/lib/testing/attempts/unit-changes";
import { viewAttempts } from "@/lib/testing/attempts/views";
import { zoneAttempts } from "@/lib/testing/attempts/zone";
import { filesBelow, read } from "@/lib/testing/checkout";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { makeFirm, makeViewer } from "@/lib/testing/factories";
import { permissions } from "./permissions";

const attempts: Attempts = {
  ...placeAttempts,
  ...unitChangeAttempts,
  ...firmAttempts,
  ...contractAttempts,
  ...projectAttempts,
  ...peopleAttempts,
  ...changeSetAttempts,
  ...attachmentAttempts,
  ...viewAttempts,
  ...customFieldAttempts,
  ...employeeAttempts,
  ...promiseAttempts,
  ...paperAttempts,
  ...commitmentAttempts,
  ...projectRecordAttempts,
  ...zoneAttempts,
  ...membershipAttempts,
  ...returnAttempts,
  ...changeRequestAttempts,
  ...noticeAttempts,
};
const roles = ["ADMIN", "OFFICER", "MANAGER", "ENTERPRISE", "VIEWER"] as const;
type Role = (typeof roles)[number];
const people = new Map<Role, Viewer>();

beforeAll(async () => {
  await resetDatabase();
  const firm = await makeFirm();
  for (const role of roles) {
    people.set(role, await makeViewer(role, role === "ENTERPRISE" ? { enterpriseIds: [firm.id] } : {}));
  }
});

function a(role: Role): Viewer {
  const person = people.get(role);
  if (!person) throw new Error(`there is no ${role}`);
  return person;
}

/** All rows of all tables, the history too, as one hash. */
async function everything(): Promise<string> {
  const client = await ownerClient();
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const hashes = tables.map(
    ({ name }) => `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM ${name} t`,
  );
  const { rows } = await client.query<{ hash: string }>(
    `SELECT concat_ws(' ', ${hashes.map((hash) => `(${hash})`).join(", ")}) AS hash`,
  );
  return rows[0]?.hash ?? "";
}

const tries = Object.entries(attempts).map(([service, { verb, prepare }]) => {
  const may = roles.filter((role) => (permissions[verb] as readonly Role[]).includes(role));
  return { service, verb, prepare, may, mayNot: roles.filter((role) => !may.includes(role)) };
});

it.each(tries.filter(({ mayNot }) => mayNot.length > 0))(
  "$service is refused to $mayNot, and writes nothing",
  async ({ prepare, may, mayNot }) => {
    // An administrator, but for what a firm alone may do.
    const doer = a(may[0] ?? "ADMIN");
    const write = await prepare(doer);
    const before = await everything();
    for (const role of mayNot) {
      await expect(write(a(role)), role).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await everything()).toBe(before);
    // Nothing but the role stood in the way.
    await expect(write(doer)).resolves.toBeTruthy();
  },
);

/** What anybody does for themselves, whatever firm they act for. */
const ofOneself = /^(users\.|notifications\.|views\.(create|choose)|memberships\.claim)/;
const ofFirms = tries.filter(({ verb, may }) => may.includes("ENTERPRISE") && !ofOneself.test(verb));

it.each(ofFirms)("$service of one firm is as missing to the people of another", async ({ prepare }) => {
  const write = await prepare(a("ENTERPRISE"));
  const stranger = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
  const before = await everything();
  await expect(write(stranger)).rejects.toMatchObject({
    code: expect.stringMatching(/^(NOT_FOUND|FORBIDDEN)$/),
  });
  expect(await everything()).toBe(before);
  await expect(write(a("ENTERPRISE"))).resolves.toBeTruthy();
});

it.each(tries)("$service is done by $may, under a change set of its verb", async ({ verb, prepare, may }) => {
  for (const role of may) {
    const write = await prepare(a(role));
    const seen = await db.changeSet.count();
    await write(a(role));
    const [last] = await db.changeSet.findMany({ orderBy: { at: "desc" }, take: 1 });
    expect(await db.changeSet.count(), role).toBe(seen + 1);
    expect(last, role).toMatchObject({ verb, actorName: a(role).name });
  }
});

it("every service that takes a viewer is tried, and so is every verb that writes", () => {
  const services = filesBelow("lib/domain").filter((path) => /\/service(-[a-z]+)?\.ts$/.test(path));
  const named = services.flatMap((path) =>
    [...read(path).matchAll(/^export async function (\w+)\(\s*viewer: Viewer/gm)].map(([, name]) => name),
  );
  expect(Object.keys(attempts).sort()).toEqual(named.sort());
  // Whoever has a link, or asks for one, is nobody yet: memberships.db.test.ts, links.db.test.ts of users.
  const unsigned = /^(memberships\.(accept|prove|request)|users\.forgetPassword)$/;
  const writes = Object.keys(permissions).filter(
    (verb) => !/\.(read|rows)$/.test(verb) && !unsigned.test(verb),
  );
  expect([...new Set(Object.values(attempts).map(({ verb }) => verb))].sort()).toEqual(writes.sort());
});
