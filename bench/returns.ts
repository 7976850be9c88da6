import { readDefinition } from "@/lib/domain/return-forms/dto";
import { fieldsOf } from "@/lib/domain/return-forms/rules";
import { createFormSchema } from "@/lib/domain/return-forms/schema";
import { createReturnForm } from "@/lib/domain/return-forms/service";
import { createRoundSchema } from "@/lib/domain/return-rounds/schema";
import { createRound } from "@/lib/domain/return-rounds/service";
import { openRound } from "@/lib/domain/return-rounds/service-turns";
import { submitReturnSchema } from "@/lib/domain/returns/schema";
import { submitReturn } from "@/lib/domain/returns/service";
import { createUserSchema } from "@/lib/domain/users/schema";
import { createUser } from "@/lib/domain/users/service";
import { loadViewer } from "@/lib/platform/auth/load";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { addDays } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { closeDb, db, pool } from "@/lib/platform/db/client";
import { inFirmSession } from "@/lib/platform/db/firm-session";
import { getRoundFigures } from "@/lib/reports/returns/facts";
import { byHand } from "./by-hand";

const system = systemViewer("bench");
/** So many firms send their answers, so many at a time. */
const FIRMS = 404;
const LANES = 16;

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const since = performance.now();
  await work();
  return (performance.now() - since) / 1000;
};

/** Does all of them, some at a time, in their order. */
async function inLanes<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = [...all];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function makeRound(): Promise<{ id: string; version: number }> {
  const form = createFormSchema.parse({ code: "BENCH-Q", titleEn: "Quarterly", months: "3", ready: true });
  const { id: formId } = await createReturnForm(system, form);
  const day = (days: number) => addDays(todayInZone(), days);
  // A day on which the bench's zone is full; sent today.
  const period = { periodFrom: "2022-07-01", referenceOn: "2022-09-30", opensOn: "2022-10-08" };
  const dates = { ...period, dueOn: day(7), closesOn: day(14) };
  return createRound(system, createRoundSchema.parse({ code: "BENCH", titleEn: "Bench", formId, ...dates }));
}

/** A firm's own person, as their session would have it. */
async function makeClerk(enterpriseId: string) {
  const person = { role: "ENTERPRISE", name: "Clerk", email: `${enterpriseId}@bench.localdomain` };
  const { id } = await createUser(
    system,
    createUserSchema.parse({ ...person, enterpriseIds: [enterpriseId] }),
  );
  await openChangeSet(system, { verb: "users.update" }, (tx) =>
    tx.user.update({ where: { id }, data: { status: "ACTIVE" }, select: { id: true } }),
  );
  const viewer = await loadViewer(id, "FORM");
  if (!viewer) throw new Error("The clerk just made cannot be loaded.");
  return viewer;
}

/** The same row and the same history, by bare statements in one transaction. */
async function sendByHand(id: string, answers: Record<string, string>): Promise<void> {
  await byHand("returns.submit", "FORM", async (client) => {
    await client.query(
      `UPDATE returns SET state = 'SUBMITTED', answers = $2, received_on = current_date, submitted_at = now(),
         version = version + 1 WHERE id = $1`,
      [id, JSON.stringify(answers)],
    );
  });
}

/** A round of the whole zone: opened, answered by 404 firms within their own sessions, and its figures; as JSON. */
async function main(): Promise<void> {
  const round = await makeRound();
  let asked = 0;
  const opening = await seconds(async () => {
    asked = (await openRound(system, round)).inScope;
  });
  const version = await db.returnFormVersion.findFirstOrThrow({ where: { form: { code: "BENCH-Q" } } });
  const fields = fieldsOf(readDefinition(version.definition));
  const parts: Record<string, string> = { total: "12", own: "12", local: "12" };
  const answers = Object.fromEntries(
    fields.flatMap(({ key, type, feeds, required }) => {
      if (feeds) return parts[feeds] ? [[key, parts[feeds]]] : [[key, "0"]];
      return required && (type === "NUMBER" || type === "MONEY") ? [[key, "10"]] : [];
    }),
  );
  const rows = await db.return.findMany({
    // A firm in several parks is asked by park, which no one set of answers fits.
    where: { roundId: round.id, state: "NOT_STARTED", places: { none: {} } },
    take: FIRMS * 2,
    orderBy: { id: "asc" },
    select: { id: true, version: true, enterpriseId: true },
  });
  const [own, bare] = [rows.slice(0, Math.ceil(rows.length / 2)), rows.slice(Math.ceil(rows.length / 2))];
  const clerks = new Map<string, Awaited<ReturnType<typeof makeClerk>>>();
  await inLanes(own, async ({ enterpriseId }) => clerks.set(enterpriseId, await makeClerk(enterpriseId)));
  const sending = await seconds(() =>
    inLanes(own, async ({ id, version: seen, enterpriseId }) => {
      const viewer = clerks.get(enterpriseId);
      if (!viewer?.userId) throw new Error("Every firm has its clerk.");
      const input = submitReturnSchema.parse({ id, version: seen, answers });
      const session = { userId: viewer.userId, enterpriseIds: viewer.enterpriseIds ?? [] };
      await inFirmSession(session, () => submitReturn(viewer, input));
    }),
  );
  const byHand = await seconds(() => inLanes(bare, ({ id }) => sendByHand(id, answers)));
  await getRoundFigures(system, round.id);
  const figures = await seconds(() => getRoundFigures(system, round.id));
  const counting = await seconds(() =>
    pool().query("SELECT state, count(*) FROM returns WHERE round_id = $1 GROUP BY 1", [round.id]),
  );
  const measured = {
    asked,
    opening,
    sent: own.length,
    sending,
    handed: bare.length,
    byHand,
    figures,
    counting,
  };
  process.stdout.write(`\n${JSON.stringify(measured)}\n`);
}

main().finally(closeDb);
