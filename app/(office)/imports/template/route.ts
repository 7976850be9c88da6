import { importKinds } from "@/lib/domain/imports/schema";
import { assertCan } from "@/lib/domain/permissions";
import { templateWorkbook } from "@/lib/imports/template";
import { answerProblems, requireApiViewer } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";

/** An empty workbook of a kind with every recognised column, in one language. */
export function GET(request: Request): Promise<Response> {
  return answerProblems(request, async () => {
    const viewer = await requireApiViewer(request);
    assertCan(viewer, "imports.read");
    const { searchParams } = new URL(request.url);
    const kind = importKinds.find((known) => known === searchParams.get("kind"));
    if (!kind) throw notFound();
    return templateWorkbook(viewer, kind, searchParams.get("language") === "zh" ? "zh" : "en");
  });
}
