import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { addMonths, type CivilDate, fromCivil, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ReturnState } from "@/lib/platform/db/generated/enums";
import { assertCan } from "../permissions";
import { ownDays } from "../returns/rules-days";

/** Days longer ago than this are left out of a calendar. */
const BACK_MONTHS = 12;

type Named = { nameZh: string | null; nameEn: string | null };
export type DueDate = {
  /** Of a firm's return, or of a round: its own for as long as it is. */
  id: string;
  on: CivilDate;
  opensOn: CivilDate;
  closesOn: CivilDate;
  round: Named;
  /** Whose return it is, to a firm's own people; null for a round. */
  firm: Named | null;
  sent: boolean;
  version: number;
};

const round = {
  id: true,
  titleZh: true,
  titleEn: true,
  opensOn: true,
  dueOn: true,
  closesOn: true,
  closedAt: true,
  version: true,
} satisfies Prisma.ReturnRoundSelect;
type Round = Prisma.ReturnRoundGetPayload<{ select: typeof round }>;

// What was carried forward when a round closed was not sent by anybody.
const sent: readonly ReturnState[] = ["SUBMITTED", "ACCEPTED"];

/** What is due: to a firm's own people its returns, to the office the rounds within reach. */
export async function listDueDates(viewer: Viewer, today: CivilDate): Promise<DueDate[]> {
  assertCan(viewer, "notifications.read");
  const since = { gte: fromCivil(addMonths(today, -BACK_MONTHS)) };
  if (viewer.enterpriseIds !== null) {
    const rows = await db.return.findMany({
      where: {
        enterpriseId: { in: [...viewer.enterpriseIds] },
        state: { not: "EXEMPT" },
        round: { scopedAt: { not: null } },
        OR: [{ round: { dueOn: since } }, { openUntil: since }],
      },
      orderBy: [{ round: { dueOn: "asc" } }, { id: "asc" }],
      select: {
        id: true,
        state: true,
        openUntil: true,
        version: true,
        round: { select: round },
        enterprise: { select: { nameZh: true, nameEn: true } },
      },
    });
    return rows.map((row) => {
      const day = toDay(row.round);
      const own = ownDays(
        { ...day, dueOn: day.on, closedAt: row.round.closedAt },
        toCivilOrNull(row.openUntil),
      );
      return {
        ...day,
        ...{ on: own.dueOn, closesOn: own.closesOn },
        // Moved by the round or by the return: only ever upwards.
        version: row.round.version + row.version,
        ...{ id: row.id, firm: row.enterprise, sent: sent.includes(row.state) },
      };
    });
  }
  if (viewer.role === "VIEWER") return [];
  const rows = await db.returnRound.findMany({
    where: {
      dueOn: since,
      ...(viewer.parkIds === null ? {} : { OR: [{ parkId: null }, { parkId: { in: [...viewer.parkIds] } }] }),
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: round,
  });
  return rows.map((row) => ({ ...toDay(row), firm: null, sent: false }));
}

function toDay({ id, titleZh, titleEn, opensOn, dueOn, closesOn, version }: Round) {
  return {
    ...{ id, version, on: toCivil(dueOn), opensOn: toCivil(opensOn), closesOn: toCivil(closesOn) },
    round: { nameZh: titleZh, nameEn: titleEn },
  };
}
