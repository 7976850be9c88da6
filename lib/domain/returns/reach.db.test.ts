import { beforeEach, expect, it } from "vitest";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { getRoundFigures, listFieldSums } from "@/lib/reports/returns/facts";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makePark, makeViewer, system } from "@/lib/testing/factories";
import { makeRound, settle } from "@/lib/testing/return-factories";
import { fieldsOf } from "../return-forms/rules";
import { getRoundDefinition } from "../return-rounds/queries";
import { openRound } from "../return-rounds/service-turns";
import { getReturn, listReturnIds, listReturnsByIds } from "./queries";
import { listReturnsToReview } from "./queries-review";
import { countAwaited, listAwaitedIds, listFillable } from "./queries-workbooks";
import { placeKey } from "./rules-parks";
import { returnListSchema, sendBackSchema, submitReturnSchema } from "./schema";
import { submitReturn } from "./service";
import { acceptReturn, acceptReturns, sendReturnBack } from "./service-decisions";

beforeEach(resetDatabase);

const days = {
  ...{ periodFrom: "2022-07-01", referenceOn: "2022-09-30", opensOn: "2022-10-01" },
  ...{ dueOn: "2022-10-15", closesOn: "2022-10-31" },
};
const OPEN = toCivil("2022-10-05");

/** A firm in two parks, one in each of them alone, one in a third; and an officer of each of the three parks. */
async function world() {
  const [north, south, east] = [await makePark(), await makePark(), await makePark()];
  const [both, inNorth, inSouth, inEast] = [
    await makeFirm(),
    await makeFirm(),
    await makeFirm(),
    await makeFirm(),
  ];
  await settle(both.id, [north.id, south.id]);
  await settle(inNorth.id, north.id);
  await settle(inSouth.id, south.id);
  await settle(inEast.id, east.id);
  const round = await makeRound(days);
  await openRound(system, round, undefined, OPEN);
  const rows = await db.return.findMany({ where: { roundId: round.id } });
  const of = (firm: { id: string }) => rows.find(({ enterpriseId }) => enterpriseId === firm.id)?.id ?? "";
  const officer = (park: { id: string }) => makeViewer("OFFICER", { parkIds: [park.id] });
  return {
    ...{ north, south, round },
    ...{ both: of(both), inNorth: of(inNorth), inSouth: of(inSouth), inEast: of(inEast) },
    ...{ ofNorth: await officer(north), ofSouth: await officer(south), ofEast: await officer(east) },
  };
}
type World = Awaited<ReturnType<typeof world>>;

const send = ({ both, north, south }: World, version = 1) =>
  submitReturn(
    system,
    submitReturnSchema.parse({
      ...{ id: both, version },
      answers: { total: "12", [placeKey(north.id)]: "7", [placeKey(south.id)]: "5" },
    }),
    undefined,
    OPEN,
  );

it("officers of either park reach the return of a firm in both, one of neither does not", async () => {
  const made = await world();
  const { both, inNorth, inSouth, inEast, round, ofNorth, ofSouth, ofEast } = made;
  const cases = [
    { officer: ofNorth, mine: [both, inNorth], others: [inSouth, inEast] },
    { officer: ofSouth, mine: [both, inSouth], others: [inNorth, inEast] },
    { officer: ofEast, mine: [inEast], others: [both, inNorth, inSouth] },
  ];
  for (const { officer, mine, others } of cases) {
    const sorted = [...mine].sort();
    const all = await listReturnIds(officer, returnListSchema.parse({ round: round.id }));
    expect([...all].sort()).toEqual(sorted);
    const every = [...mine, ...others];
    expect((await listReturnsByIds(officer, every)).map(({ id }) => id)).toEqual(mine);
    for (const id of mine) expect(await getReturn(officer, id, OPEN)).toMatchObject({ id });
    for (const id of others) expect(await getReturn(officer, id, OPEN)).toBeNull();
    // The archive of workbooks, and the figures.
    expect(await countAwaited(officer, round.id, OPEN)).toBe(mine.length);
    expect([...(await listAwaitedIds(officer, round.id, OPEN))].sort()).toEqual(sorted);
    expect((await listFillable(officer, every)).map(({ id }) => id)).toEqual(mine);
    expect(await getRoundFigures(officer, round.id)).toMatchObject({ inScope: mine.length });
  }
});

it("a list narrowed to a park holds who has a place in it", async () => {
  const { both, inSouth, south } = await world();
  const ids = await listReturnIds(system, returnListSchema.parse({ park: south.code }));
  expect([...ids].sort()).toEqual([both, inSouth].sort());
});

it("either of them decides, for the firm as a whole; then it is decided for the other too", async () => {
  const made = await world();
  const { both, round, north, south, ofNorth, ofSouth, ofEast } = made;
  const sent = await send(made);
  const fields = fieldsOf(await getRoundDefinition(system, round.id));
  for (const officer of [ofNorth, ofSouth]) {
    expect(await listReturnsToReview(officer, 5)).toMatchObject({ total: 1, rows: [{ id: both }] });
    expect(await getReturn(officer, both, OPEN)).toMatchObject({ can: { accept: true, sendBack: true } });
    expect(await listFieldSums(officer, round.id, fields)).toMatchObject([{ key: "total", sum: "12" }]);
  }
  expect(await listReturnsToReview(ofEast, 5)).toMatchObject({ total: 0 });
  expect(await listFieldSums(ofEast, round.id, fields)).toMatchObject([{ key: "total", answered: 0 }]);
  const seen = { id: both, version: sent.version };
  const back = sendBackSchema.parse({ ...seen, comment: "With the interns?" });
  await expect(sendReturnBack(ofEast, back, undefined, OPEN)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(acceptReturn(ofEast, seen)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await acceptReturns(ofEast, { roundId: round.id, ids: [both] })).toMatchObject({ count: 0 });

  const returned = await sendReturnBack(ofSouth, back, undefined, OPEN);
  const again = await send(made, returned.version);
  await acceptReturn(ofNorth, { id: both, version: again.version });
  expect(await getReturn(ofSouth, both, OPEN)).toMatchObject({
    ...{ state: "ACCEPTED", decidedByName: ofNorth.name, can: { accept: false } },
  });
  // Each park has the firm's people there, whoever accepted.
  const people = await db.headcount.findMany({ select: { parkId: true, total: true } });
  expect(new Map(people.map(({ parkId, total }) => [parkId, total]))).toEqual(
    new Map([
      [north.id, 7],
      [south.id, 5],
    ]),
  );
});
