import { answerImport } from "@/lib/imports/http";
import { commit } from "@/lib/imports/run";
import { answerForm } from "@/lib/platform/action/answer-form";
import { currentViewer, requireViewer } from "@/lib/platform/auth/session";
import { signedOut } from "@/lib/platform/errors/app-error";

type Context = { params: Promise<{ id: string }> };

/** Writes what the file does, as one change set: for a form, which goes on to the import; for the grid, in JSON. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { id } = await context.params;
  if (request.headers.get("accept") === "application/json") {
    return answerImport(request, async () => {
      const viewer = await currentViewer();
      if (!viewer) throw signedOut();
      const { counts, changeSetId } = await commit(viewer, id);
      return Response.json({ counts, changeSetId });
    });
  }
  const viewer = await requireViewer();
  return answerForm(request, `/imports/${id}`, async () => {
    await commit(viewer, id);
    return `/imports/${id}`;
  });
}
