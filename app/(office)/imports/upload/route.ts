import { importKinds } from "@/lib/domain/imports/schema";
import { assertCan } from "@/lib/domain/permissions";
import { bringIn } from "@/lib/imports/run";
import { answerForm } from "@/lib/platform/action/answer-form";
import { requireViewer } from "@/lib/platform/auth/session";
import { invalid } from "@/lib/platform/errors/app-error";
import { readUpload } from "@/lib/platform/files/upload";

/** Takes a file from the form and checks it; nothing of its rows is written. */
export async function POST(request: Request): Promise<Response> {
  const viewer = await requireViewer();
  return answerForm(request, "/imports/new", async () => {
    assertCan(viewer, "imports.create");
    const file = await readUpload(request);
    const kind = importKinds.find((known) => known === file.fields.get("kind"));
    if (!kind) throw invalid({ kind: "errors.choose" }, "errors.choose");
    const { id } = await bringIn(viewer, kind, file);
    return `/imports/${id}`;
  });
}
