import { assertCan } from "@/lib/domain/permissions";
import { getReturn } from "@/lib/domain/returns/queries";
import { saveDraftSchema } from "@/lib/domain/returns/schema";
import { saveDraft } from "@/lib/domain/returns/service";
import { toWorkbook } from "@/lib/imports/return-table";
import { readReturnWorkbook } from "@/lib/imports/return-workbook";
import { answerForm } from "@/lib/platform/action/answer-form";
import { answerProblems } from "@/lib/platform/api/route";
import { wordsFor } from "@/lib/platform/api/words";
import { currentViewer, requireViewer } from "@/lib/platform/auth/session";
import { conflict, invalid, notFound, signedOut } from "@/lib/platform/errors/app-error";
import { downloadHeaders, toFileName } from "@/lib/platform/files/file-table";
import { readUpload } from "@/lib/platform/files/upload";
import { streamWorkbook, XLSX_TYPE } from "@/lib/platform/files/write-xlsx";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale } from "@/lib/platform/i18n/translator";

type Context = { params: Promise<{ id: string }> };

/** A firm's questions as a workbook to be filled in elsewhere, with what it said before. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answerProblems(request, async () => {
    const viewer = await currentViewer();
    if (!viewer) throw signedOut();
    const found = await getReturn(viewer, (await params).id);
    if (!found) throw notFound();
    const locale = await currentLocale();
    const say = await wordsFor(locale);
    const name = toFileName([found.round.code, nameOf(locale, found.enterprise)], "xlsx");
    const table = toWorkbook(found, locale, (key) => say(key));
    return new Response(streamWorkbook([table]), { headers: downloadHeaders(name, XLSX_TYPE) });
  });
}

/** The workbook filled in: what it says becomes the draft, to be looked at and sent. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const [viewer, { id }] = await Promise.all([requireViewer(), params]);
  const place = viewer.enterpriseIds === null ? "/returns" : "/portal/returns";
  const back = `${place}/${encodeURIComponent(id)}`;
  return answerForm(request, back, async () => {
    assertCan(viewer, "returns.saveDraft");
    const found = await getReturn(viewer, id);
    if (!found) throw notFound();
    if (!found.can.saveDraft) throw conflict("returns.errors.notOpen");
    const { bytes } = await readUpload(request);
    const says = await Promise.all([wordsFor("en"), wordsFor("zh")]);
    const { owner, ...read } = await readReturnWorkbook(
      bytes,
      () => found.definition,
      says.map((say) => (key: string) => say(key)),
      await currentLocale(),
    );
    if (owner !== null && owner !== id.toLowerCase()) throw invalid({}, "returns.errors.fileOfOther");
    await saveDraft(viewer, saveDraftSchema.parse({ id, version: found.version, ...read }));
    return back;
  });
}
