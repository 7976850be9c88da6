import { undoChangeSet } from "@/lib/domain/change-sets/service";
import { getImport } from "@/lib/domain/imports/queries";
import { answerProblems, requireApiWriter } from "@/lib/platform/api/route";
import { conflict, notFound } from "@/lib/platform/errors/app-error";

/** Takes an import back: each record that nobody has touched since goes back to what it was; the others are named. */
export function POST(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerProblems(request, async () => {
    const viewer = await requireApiWriter(request);
    const found = await getImport(viewer, (await context.params).id);
    if (!found) throw notFound();
    if (!found.changeSetId) throw conflict("api.errors.nothingToUndo");
    const { changeSetId, undone, kept, names } = await undoChangeSet(viewer, { id: found.changeSetId });
    return Response.json(
      { changeSetId, undone, kept, names },
      { headers: { "cache-control": "no-store", vary: "authorization, cookie" } },
    );
  });
}
