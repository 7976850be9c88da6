import { getImportProgress } from "@/lib/domain/imports/queries";
import { answerProblems, requireApiViewer } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";

/** How far the writing of a file has come. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerProblems(request, async () => {
    const viewer = await requireApiViewer(request);
    const progress = await getImportProgress(viewer, (await context.params).id);
    if (!progress) throw notFound();
    return Response.json(progress, { headers: { "cache-control": "no-store" } });
  });
}
