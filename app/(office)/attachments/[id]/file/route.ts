import { getAttachmentFile } from "@/lib/domain/attachments/queries";
import { answerProblems, requireApiViewer } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import { sendFile } from "@/lib/platform/files/send";

type Context = { params: Promise<{ id: string }> };

/** Hands out a file to whoever may see its record now; to everybody else there is none. */
export function GET(request: Request, context: Context): Promise<Response> {
  return answerProblems(request, async () => {
    const viewer = await requireApiViewer(request);
    const file = await getAttachmentFile(viewer, (await context.params).id);
    if (!file) throw notFound();
    return sendFile(request, file, file.read);
  });
}
