import { answerProblems, requireApiViewer } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";

/** Whatever is not in the document: the same answers as for what is, so that nothing is learnt by trying. */
function refuse(request: Request): Promise<Response> {
  return answerProblems(request, async () => {
    await requireApiViewer(request);
    throw notFound();
  });
}

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT };
