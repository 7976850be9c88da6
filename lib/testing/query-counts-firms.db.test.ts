import { describe, expect, it } from "vitest";
import { listChangeRequests, listFirmRequests } from "@/lib/domain/change-requests/queries";
import { changeRequestListSchema } from "@/lib/domain/change-requests/schema";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { countDuplicates } from "@/lib/domain/enterprises/queries-duplicates";
import { listExpiring } from "@/lib/domain/enterprises/queries-qualifications";
import { listJoinRequests, listMembers } from "@/lib/domain/memberships/queries";
import { inviteColleagueSchema, membershipListSchema } from "@/lib/domain/memberships/schema";
import { inviteColleague } from "@/lib/domain/memberships/service";
import { getReturn, listReturnsOfFirm } from "@/lib/domain/returns/queries";
import { listReturnsToReview } from "@/lib/domain/returns/queries-review";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { addDays } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "./database";
import { makeFirm, makeViewer, system, unique } from "./factories";
import { makeForm, makeReturn, send } from "./return-factories";
import { countStatements } from "./statements";

const today = todayInZone();

/** A firm with `n` rounds, colleagues and requests to act for it. */
async function makeZone(n: number) {
  await resetDatabase();
  const [firm, form] = [await makeFirm(), await makeForm()];
  const viewer = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
  let last = "";
  for (let i = 0; i < n; i += 1) {
    const day = (days: number) => addDays(today, days - 100 * (n - i - 1));
    const round = { periodFrom: day(-100), referenceOn: day(-10), opensOn: day(-7), dueOn: day(0) };
    const asked = { ...round, closesOn: addDays(today, 7), formId: form.id };
    const made = await makeReturn({ enterpriseId: firm.id, round: asked });
    last = made.id;
    if (i > 0) await send(made, 10 + i);
    const invited = { enterpriseId: firm.id, email: `${unique("m")}@test.example`, name: "M" };
    await inviteColleague(system, inviteColleagueSchema.parse(invited));
    await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
  }
  return { firm: firm.id, viewer, last };
}

type Zone = { firm: string; viewer: Viewer; last: string };

/** What each page asks beyond its frame, in how many statements; a firm's session wraps each in three more. */
const pages: Record<string, { statements: number; ask: (zone: Zone) => Promise<unknown> }> = {
  "the portal's home": {
    statements: 6,
    ask: async ({ viewer, firm }) => [
      await getEnterprise(viewer, firm),
      await listReturnsOfFirm(viewer),
      await listFirmRequests(viewer, firm),
      await listExpiring(viewer, firm, today),
    ],
  },
  "a return": { statements: 2, ask: ({ viewer, last }) => getReturn(viewer, last) },
  "who acts for a firm": { statements: 2, ask: ({ viewer, firm }) => listMembers(viewer, firm) },
  "what waits for the office": {
    statements: 7,
    ask: async () => [
      await countDuplicates(system),
      await listReturnsToReview(system, 8),
      await listJoinRequests(system, membershipListSchema.parse({})),
      await listChangeRequests(system, changeRequestListSchema.parse({})),
    ],
  },
};

describe("pages of the firms' side", () => {
  it("ask the same few statements, however much a firm has", async () => {
    const counts: Record<string, number[]> = {};
    for (const n of [1, 4]) {
      const zone = await makeZone(n);
      // What is asked once a process, such as a connection's own settings, is asked here.
      await db.enterprise.count();
      for (const [name, { ask }] of Object.entries(pages)) {
        counts[name] = [...(counts[name] ?? []), await countStatements(() => ask(zone))];
      }
    }
    const wanted = Object.entries(pages).map(([name, { statements }]) => [name, [statements, statements]]);
    expect(counts).toEqual(Object.fromEntries(wanted));
  });
});
