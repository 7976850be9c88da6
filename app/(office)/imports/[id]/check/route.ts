import { nameMatches } from "@/lib/domain/imports/schema";
import { checkAgain } from "@/lib/imports/run";
import { answerForm } from "@/lib/platform/action/answer-form";
import { requireViewer } from "@/lib/platform/auth/session";

type Context = { params: Promise<{ id: string }> };

/** Reads the columns as the form says: `column.<n>` holds the field of the n-th column. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const [viewer, { id }] = await Promise.all([requireViewer(), context.params]);
  const form = await request.formData().catch(() => new FormData());
  return answerForm(request, `/imports/${id}`, async () => {
    const mapping: Record<string, number> = {};
    for (const [name, field] of form) {
      const column = /^column\.(\d+)$/.exec(name)?.[1];
      if (column && typeof field === "string" && field) mapping[field] = Number(column);
    }
    const nameMatch = nameMatches.find((known) => known === form.get("nameMatch")) ?? "ask";
    await checkAgain(viewer, { id, version: Number(form.get("version")), mapping, nameMatch });
    return `/imports/${id}`;
  });
}
