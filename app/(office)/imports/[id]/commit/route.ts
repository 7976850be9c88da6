import { commit } from "@/lib/imports/run";
import { answerForm } from "@/lib/platform/action/answer-form";
import { requireViewer } from "@/lib/platform/auth/session";

type Context = { params: Promise<{ id: string }> };

/** Writes what the file does, as one change set. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const [viewer, { id }] = await Promise.all([requireViewer(), context.params]);
  return answerForm(request, `/imports/${id}`, async () => {
    await commit(viewer, id);
    return `/imports/${id}`;
  });
}
