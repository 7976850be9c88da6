import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { mayChange, mayShare } from "./rules";
import { type ChoiceList, isViewList } from "./schema";
import { viewScope } from "./scope";

export type ViewItem = {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  mine: boolean;
  /** Who keeps it. */
  owner: string;
  version: number;
};

/** How a list looks to somebody who opens it. */
export type ListLook = {
  views: ViewItem[];
  /** The columns that they chose, as an address says them; null where they chose none. */
  columns: string | null;
  /** The view that it opens with, where there is one within reach. */
  opensWith: ViewItem | null;
};

const NOTHING: ListLook = { views: [], columns: null, opensWith: null };

/** The views of a list within reach, own ones first, and how the viewer likes it. One statement: it is asked at each opening. */
export async function getListLook(viewer: Viewer, list: ChoiceList): Promise<ListLook> {
  if (!can(viewer, "views.read") || viewer.userId === null) return NOTHING;
  const office = viewer.enterpriseIds === null;
  const [found] = await db.$queryRaw<
    { views: ViewItem[]; choice: { columns: string | null; viewId: string | null } | null }[]
  >`
    SELECT (SELECT json_build_object('columns', columns, 'viewId', view_id) FROM list_choices
        WHERE user_id = ${viewer.userId}::uuid AND list = ${list}) AS choice,
      (SELECT coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'query', v.query, 'shared', v.shared,
          'mine', v.owner_id = ${viewer.userId}::uuid, 'owner', u.name, 'version', v.version)
          ORDER BY v.owner_id <> ${viewer.userId}::uuid, v.name, v.id), '[]')
        FROM views v JOIN users u ON u.id = v.owner_id
        WHERE v.list = ${list} AND (v.owner_id = ${viewer.userId}::uuid OR (v.shared AND ${office}))) AS views`;
  const { views = [], choice = null } = found ?? {};
  return {
    views,
    columns: choice?.columns ?? null,
    opensWith: views.find(({ id }) => id === choice?.viewId) ?? null,
  };
}

/** One view with what the viewer may do to it, or null out of reach. */
export async function getView(viewer: Viewer, id: string) {
  assertCan(viewer, "views.read");
  if (!isId(id)) return null;
  const row = await db.view.findFirst({ where: { AND: [viewScope(viewer), { id }] }, select });
  if (!row || !isViewList(row.list)) return null;
  const choice = viewer.userId
    ? await db.listChoice.findUnique({
        where: { userId_list: { userId: viewer.userId, list: row.list } },
        select: { viewId: true },
      })
    : null;
  const mine = mayChange(viewer, row);
  return {
    ...row,
    list: row.list,
    opens: choice?.viewId === id,
    can: {
      update: mine && can(viewer, "views.update"),
      delete: mine && can(viewer, "views.delete"),
      share: mayShare(viewer),
      undo: can(viewer, "change-sets.read"),
    },
  };
}

const select = {
  id: true,
  list: true,
  name: true,
  query: true,
  shared: true,
  ownerId: true,
  version: true,
} as const;

/** @throws AppError NOT_FOUND */
export async function findViewInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.view.findFirst({ where: { AND: [viewScope(viewer), { id }] }, select });
  if (!row) throw notFound();
  return row;
}
