import { importKinds, nameMatches } from "@/lib/domain/imports/schema";
import { assertCan } from "@/lib/domain/permissions";
import { answerImport } from "@/lib/imports/http";
import { bringIn } from "@/lib/imports/run";
import { currentViewer, requireViewer } from "@/lib/platform/auth/session";
import { invalid, signedOut } from "@/lib/platform/errors/app-error";
import { readUpload } from "@/lib/platform/files/upload";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import { getTranslations } from "@/lib/platform/i18n/translator";

/** Checks the rows of the grid as a file of their own; nothing of them is written. Each problem is told by its cell. */
export async function POST(request: Request): Promise<Response> {
  // The grid is told in JSON that its person is signed out; whoever else sends a form is sent to the door.
  const told = request.headers.get("accept") === "application/json";
  const viewer = told ? await currentViewer() : await requireViewer();
  return answerImport(request, async () => {
    if (!viewer) throw signedOut();
    assertCan(viewer, "imports.create");
    const upload = await readUpload(request);
    const kind = importKinds.find((known) => known === upload.fields.get("kind"));
    if (!kind) throw invalid({ kind: "errors.choose" }, "errors.choose");
    const nameMatch = nameMatches.find((known) => known === upload.fields.get("nameMatch"));
    const { id, counts, findings, file } = await bringIn(viewer, kind, upload, nameMatch);
    const t = await getTranslations();
    const said = new Map<string, string>();
    const say = (message: string) => {
      const words = said.get(message) ?? translateMessage(t, message);
      said.set(message, words);
      return words;
    };
    return Response.json({
      id,
      counts,
      rows: file.rows.map((n, i) => ({ row: n, outcome: findings.outcomes[i] })),
      problems: findings.problems.map(({ row, field, code, message }) => ({
        ...{ row, field, code },
        message: say(message),
      })),
    });
  });
}
