import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { isAnchored, isNews, presentMoment, type Seen } from "@/lib/platform/cache/changed-since";
import { db } from "@/lib/platform/db/client";
import { outsideFirmSession } from "@/lib/platform/db/firm-session";
import { Prisma } from "@/lib/platform/db/generated/client";
import { isInParkScope } from "@/lib/reports/facts-reach";
import type { Scope } from "@/lib/reports/occupancy/types";
import { addUpCourses, type Course, type CourseSums, toCourse } from "@/lib/reports/progress/course";
import { fetchNumbers, type PlacedNumbers, PROGRESS_TABLES } from "@/lib/reports/progress/facts-numbers";

/** A project with its course, and where it belongs. */
interface Kept {
  id: string;
  code: Buffer;
  parkId: string | null;
  course: Course;
}

/** All projects of the zone, as of a moment of the database. */
interface Zone extends Seen {
  /** In the order of their codes. */
  projects: Kept[];
  /** Sums by park, as far as they were asked for; those without a park under null. */
  sums: Map<string | null, CourseSums>;
}

/** More projects than this are read together with all others. */
const MANY = 500;

/**
 * The courses of the projects that a viewer reaches, of a part of the zone. They depend on no day, so they are kept by
 * the process, and each call asks the database which projects were written to since: only those are read again. So an
 * answer is what reading all of them would give, at the cost of what changed.
 */
export async function fetchCourses(
  viewer: Viewer,
  scope: Scope | undefined,
): Promise<{ id: string; course: Course }[]> {
  const { projects } = await getZone();
  return projects.filter(({ parkId }) => isInParkScope(viewer, scope, parkId));
}

/** What the courses of the same projects add up to, in parts. */
export async function fetchCourseSums(viewer: Viewer, scope: Scope | undefined): Promise<CourseSums[]> {
  const { projects, sums } = await getZone();
  const parks = new Set(projects.map(({ parkId }) => parkId));
  return [...parks]
    .filter((parkId) => isInParkScope(viewer, scope, parkId))
    .map((parkId) => {
      const known = sums.get(parkId);
      if (known) return known;
      const ofPark = projects.filter((one) => one.parkId === parkId);
      const added = addUpCourses(ofPark.map(({ course }) => course));
      sums.set(parkId, added);
      return added;
    });
}

let zone: Zone | null = null;
/** The last look that has begun, and the one that will: who comes later must see what they wrote before they came. */
let begun: Promise<Zone | null> = Promise.resolve(null);
let next: Promise<Zone> | null = null;

function getZone(): Promise<Zone> {
  next ??= begun
    .catch(() => null)
    .then(() => {
      next = null;
      const look = outsideFirmSession(() => refresh(zone)).then((fresh) => {
        zone = fresh;
        return fresh;
      });
      begun = look;
      return look;
    });
  return next;
}

async function refresh(known: Zone | null): Promise<Zone> {
  const { snapshot, anchor, anchored, touched } = await lookAround(known);
  if (!known || !anchored || touched.length > MANY) {
    const all = await toKept(await fetchNumbers(null, Prisma.sql`TRUE`));
    return { snapshot, anchor, projects: all, sums: new Map() };
  }
  if (touched.length === 0) return { ...known, snapshot, anchor };
  const fresh = await toKept(await fetchNumbers(null, Prisma.sql`p.id = ANY (${touched}::uuid[])`, true));
  const gone = new Set(touched);
  const left = known.projects.filter(({ id }) => gone.has(id));
  const sums = new Map(known.sums);
  for (const { parkId } of [...left, ...fresh]) sums.delete(parkId);
  const projects = [...known.projects.filter(({ id }) => !gone.has(id)), ...fresh];
  // As `COLLATE "C"` orders them: by bytes.
  projects.sort((a, b) => Buffer.compare(a.code, b.code));
  return { snapshot, anchor, projects, sums };
}

/** Six thousand courses take a third of a second: others are answered in between. */
async function toKept(all: PlacedNumbers[]): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const [i, numbers] of all.entries()) {
    if (i % 100 === 99) await new Promise(setImmediate);
    const { id, code, parkId } = numbers;
    kept.push({ id, code: Buffer.from(code), parkId, course: toCourse(numbers) });
  }
  return kept;
}

interface Look extends Seen {
  anchored: boolean;
  touched: string[];
}

/**
 * The present moment, and the projects that were written to in transactions which the known one did not see.
 */
async function lookAround(known: Zone | null): Promise<Look> {
  const [row] = await db.$queryRaw<Look[]>`
    WITH news AS (
      SELECT c.table_name, c.row_id, told.row
      FROM change_sets s JOIN changes c ON c.change_set_id = s.id
        CROSS JOIN LATERAL (VALUES (c.before), (c.after)) AS told (row)
      WHERE ${isNews(known)} AND c.table_name = ANY (${PROGRESS_TABLES})),
    touched AS (
      SELECT row_id AS id FROM news WHERE table_name = 'projects'
      UNION SELECT (row ->> 'project_id')::uuid FROM news WHERE table_name IN ('milestones', 'project_updates')
      UNION SELECT m.project_id FROM news JOIN milestones m ON m.id = (row ->> 'milestone_id')::uuid
        WHERE table_name IN ('milestone_forecasts', 'milestone_baselines', 'attachments'))
    SELECT ${presentMoment}, ${isAnchored(known)} AS anchored,
      ARRAY(SELECT id::text FROM touched WHERE id IS NOT NULL LIMIT ${MANY + 1}) AS touched`;
  if (!row) throw new Error("A query without FROM answers one row");
  return row;
}
