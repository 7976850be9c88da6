import { errorsWorkbook } from "@/lib/imports/errors-workbook";
import { answerProblems, requireApiViewer } from "@/lib/platform/api/route";

/** The rows of an import that have errors, with their reasons, as a workbook to mend and bring in again. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerProblems(request, async () => {
    const viewer = await requireApiViewer(request);
    return errorsWorkbook(viewer, (await context.params).id);
  });
}
