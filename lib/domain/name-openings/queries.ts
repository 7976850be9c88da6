import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { offsetOf } from "@/lib/platform/paging/list-params";
import { assertCan, can } from "../permissions";
import type { NameOpeningListParams } from "./schema";

/** Who opened names, newest first, for what, and how much was then read: the administrator's. */
export async function listNameOpenings(viewer: Viewer, params: NameOpeningListParams) {
  assertCan(viewer, "name-openings.read");
  const [rows, total] = await Promise.all([
    db.nameOpening.findMany({
      orderBy: [{ openedAt: params.sort.descending ? "desc" : "asc" }, { id: "asc" }],
      skip: offsetOf(params),
      take: params.pageSize,
      select: {
        id: true,
        userName: true,
        purpose: true,
        note: true,
        openedAt: true,
        until: true,
        enterprise: { select: { id: true, nameZh: true, nameEn: true } },
        readings: { select: { kind: true, rows: true } },
      },
    }),
    db.nameOpening.count(),
  ]);
  return {
    total,
    rows: rows.map(({ readings, openedAt, until, ...opening }) => {
      const of = (kind: string) => readings.filter((reading) => reading.kind === kind).length;
      return {
        ...opening,
        openedAt: openedAt.toISOString(),
        until: until.toISOString(),
        pages: of("PAGE"),
        files: of("FILE"),
        answers: of("API"),
        /** The most that one page or file showed. */
        people: Math.max(0, ...readings.map(({ rows: shown }) => shown)),
      };
    }),
  };
}

/** Whether a firm's names are in sight of the viewer: theirs, opened until when, or to be opened. */
export async function getNameSight(viewer: Viewer, enterpriseId: string) {
  if (viewer.enterpriseIds !== null) return { own: true, mayOpen: false, open: null };
  if (!can(viewer, "name-openings.create") || viewer.userId === null) {
    return { own: false, mayOpen: false, open: null };
  }
  const open = await db.nameOpening.findFirst({
    where: { enterpriseId, userId: viewer.userId, until: { gt: new Date() } },
    orderBy: { until: "desc" },
    select: { until: true, purpose: true, note: true },
  });
  return { own: false, mayOpen: true, open: open && { ...open, until: open.until.toISOString() } };
}

export type NameSight = Awaited<ReturnType<typeof getNameSight>>;
