import { getUndoing } from "@/lib/domain/change-sets/queries";
import { undoChangeSet } from "@/lib/domain/change-sets/service";
import { getImport } from "@/lib/domain/imports/queries";
import { once, REPLAYED } from "@/lib/platform/api/once";
import { answerProblems, requireApiWriter } from "@/lib/platform/api/route";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { conflict, notFound } from "@/lib/platform/errors/app-error";

/** Takes an import back: each record that nobody has touched since goes back to what it was; the others are named. */
export function POST(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerProblems(request, async () => {
    const viewer = await requireApiWriter(request);
    const found = await getImport(viewer, (await context.params).id);
    if (!found) throw notFound();
    return once(
      viewer,
      { request, body: {}, status: 200 },
      async (as) => {
        if (!found.changeSetId) throw conflict("api.errors.nothingToUndo");
        return answer(viewer, (await undoChangeSet(as, { id: found.changeSetId })).changeSetId);
      },
      (undoing) => answer(viewer, undoing, REPLAYED),
    );
  });
}

async function answer(viewer: Viewer, changeSetId: string, headers: Record<string, string> = {}) {
  const { undone, kept, names } = await getUndoing(viewer, changeSetId);
  return Response.json(
    { changeSetId, undone, kept, names },
    { headers: { "cache-control": "no-store", vary: "authorization, cookie", ...headers } },
  );
}
