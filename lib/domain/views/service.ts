import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { deleteVersion, updateVersion } from "@/lib/platform/change-sets/update-version";
import type { Tx } from "@/lib/platform/db/client";
import { forbidden } from "@/lib/platform/errors/app-error";
import { inChangeSet } from "../in-change-set";
import { findViewInScope } from "./queries";
import { assertMay, mayChange, mayShare } from "./rules";
import type {
  ChooseColumnsInput,
  CreateViewInput,
  DeleteViewInput,
  RedrawViewInput,
  UpdateViewInput,
} from "./schema";

/** Keeps what a list shows under a name: for oneself, or for the whole office. */
export async function createView(viewer: Viewer, { opens, ...input }: CreateViewInput) {
  return inChangeSet(viewer, "views.create", null, async (tx) => {
    const ownerId = personOf(viewer);
    assertMay(!input.shared || mayShare(viewer));
    const view = await tx.view.create({
      data: { ...input, ownerId },
      select: { id: true, list: true, query: true, version: true },
    });
    if (opens) await choose(tx, viewer, input.list, { viewId: view.id });
    return view;
  });
}

/** Names a view, shares it with the office or no longer, and says whether one's own list opens with it. */
export async function updateView(viewer: Viewer, { id, version, opens, ...input }: UpdateViewInput) {
  return inChangeSet(viewer, "views.update", null, async (tx) => {
    const view = await findViewInScope(tx, viewer, id);
    assertMay(mayChange(viewer, view));
    assertMay(!input.shared || mayShare(viewer));
    const saved = await updateVersion(tx, tx.view, { id, version }, input);
    await chooseView(tx, viewer, view, opens);
    return { ...saved, list: view.list, query: view.query };
  });
}

/** Makes a view what is shown: other filters, another order, other columns. */
export async function redrawView(viewer: Viewer, { id, version, query }: RedrawViewInput) {
  return inChangeSet(viewer, "views.update", null, async (tx) => {
    assertMay(mayChange(viewer, await findViewInScope(tx, viewer, id)));
    return updateVersion(tx, tx.view, { id, version }, { query });
  });
}

/** Takes a view away. What it showed stays where it is; only the name for it goes. */
export async function deleteView(viewer: Viewer, { id, version }: DeleteViewInput) {
  return inChangeSet(viewer, "views.delete", null, async (tx) => {
    assertMay(mayChange(viewer, await findViewInScope(tx, viewer, id)));
    return deleteVersion(tx, tx.view, { id, version });
  });
}

/** The columns that a person wants of a list, wherever they sign in; null for its usual ones. */
export async function chooseColumns(viewer: Viewer, { list, columns }: ChooseColumnsInput) {
  return inChangeSet(viewer, "views.choose", null, async (tx) => choose(tx, viewer, list, { columns }));
}

async function chooseView(tx: Tx, viewer: Viewer, view: { id: string; list: string }, opens: boolean) {
  const userId = personOf(viewer);
  const { id: viewId, list } = view;
  if (opens) await choose(tx, viewer, list, { viewId });
  else await tx.listChoice.updateMany({ where: { userId, list, viewId }, data: { viewId: null } });
}

function choose(
  tx: Tx,
  viewer: Viewer,
  list: string,
  choice: { columns?: string | null; viewId?: string | null },
) {
  const userId = personOf(viewer);
  return tx.listChoice.upsert({
    where: { userId_list: { userId, list } },
    create: { userId, list, ...choice },
    update: choice,
    select: { id: true },
  });
}

/** Views are people's: the installation itself has none. */
function personOf({ userId }: Viewer): string {
  if (userId === null) throw forbidden();
  return userId;
}
