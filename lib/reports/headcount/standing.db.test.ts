import { beforeEach, expect, it } from "vitest";
import { createHeadcountSchema } from "@/lib/domain/headcounts/schema";
import { createHeadcount } from "@/lib/domain/headcounts/service";
import { setRoundStanding } from "@/lib/domain/return-rounds/service";
import { closeRound } from "@/lib/domain/return-rounds/service-turns";
import { correctReturnSchema } from "@/lib/domain/returns/schema";
import { acceptReturn, correctReturn } from "@/lib/domain/returns/service-decisions";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, system } from "@/lib/testing/factories";
import { makeReturn, send, settle } from "@/lib/testing/return-factories";
import { recallHeadcount } from "../recall";
import { getHeadcount } from "./facts";
import { listHeadcountRows } from "./facts-rows";

beforeEach(resetDatabase);

const days = {
  ...{ periodFrom: "2022-07-01", referenceOn: "2022-09-30", opensOn: "2022-10-01" },
  ...{ dueOn: "2022-10-15", closesOn: "2022-10-31" },
};
const NOV = toCivil("2022-11-15");

it("a figure made from a round is provisional, revised by a correction, and plain once final", async () => {
  const made = await makeReturn({ round: days });
  const sent = await send(made, 12, system, toCivil("2022-10-05"));
  const accepted = await acceptReturn(system, sent);
  // Beside it a firm whose figure is no round's.
  const other = await makeFirm();
  await settle(other.id, made.parkId);
  const input = { enterpriseId: other.id, parkId: made.parkId, on: "2022-09-30", total: "5" };
  await createHeadcount(system, createHeadcountSchema.parse(input));
  expect(await marks()).toEqual(["PROVISIONAL", "PROVISIONAL", ["PROVISIONAL", null]]);
  const right = { ...pick(accepted), answers: { total: "13" }, reason: "One was forgotten" };
  await correctReturn(system, correctReturnSchema.parse(right));
  expect(await marks()).toEqual(["REVISED", "REVISED", ["REVISED", null]]);
  const before = new Date();
  const { version } = await db.returnRound.findUniqueOrThrow({ where: { id: made.roundId } });
  const closed = await closeRound(system, { id: made.roundId, version, reason: null }, undefined, NOV);
  await setRoundStanding(system, { ...pick(closed), standing: "FINAL", reason: null });
  expect(await marks()).toEqual([null, null, [null, null]]);
  // What was known before it was final was revised then.
  expect((await getHeadcount(system, NOV, { knownAt: before })).standing).toBe("REVISED");

  async function marks() {
    const summary = await recallHeadcount(system, NOV, {});
    const { rows } = await listHeadcountRows(system, NOV, { limit: 10 });
    const mine = rows.toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0)).map(({ standing }) => standing);
    return [summary.standing, summary.parks[0]?.standing, mine];
  }
});

const pick = ({ id, version }: { id: string; version: number }) => ({ id, version });
