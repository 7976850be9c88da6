import { assertCan } from "@/lib/domain/permissions";
import { getRound } from "@/lib/domain/return-rounds/queries";
import { answerImport } from "@/lib/imports/http";
import { bringWorkbooks } from "@/lib/imports/return-workbooks";
import { tellOutcomes, zipWorkbooks } from "@/lib/imports/round-workbooks";
import { answerProblems, requireApiViewer, requireApiWriter } from "@/lib/platform/api/route";
import { wordsFor } from "@/lib/platform/api/words";
import { notFound } from "@/lib/platform/errors/app-error";
import { downloadHeaders, toFileName } from "@/lib/platform/files/file-table";
import { readUploads } from "@/lib/platform/files/upload";
import { ZIP_TYPE } from "@/lib/platform/files/write-zip";
import { currentLocale } from "@/lib/platform/i18n/translator";

type Context = { params: Promise<{ id: string }> };

/** The workbooks of all firms that may still answer, in one archive that is written while it is sent; the list alone where nobody may. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answerProblems(request, async () => {
    const viewer = await requireApiViewer(request);
    const round = await getRound(viewer, (await params).id);
    if (!round) throw notFound();
    const locale = await currentLocale();
    const zip = await zipWorkbooks(viewer, round, locale);
    return new Response(zip, { headers: downloadHeaders(toFileName([round.code], "zip"), ZIP_TYPE) });
  });
}

/** Workbooks that came back, and what became of each. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answerImport(request, async () => {
    const viewer = await requireApiWriter(request);
    assertCan(viewer, "returns.accept");
    const round = await getRound(viewer, (await params).id);
    if (!round) throw notFound();
    const { files, fields } = await readUploads(request);
    const locale = await currentLocale();
    const says = await Promise.all([wordsFor("en"), wordsFor("zh")]);
    const outcomes = await bringWorkbooks(viewer, round.id, files, {
      ...{ locale, send: fields.get("send") === "true" },
      says: says.map((say) => (key: string) => say(key)),
    });
    return Response.json(await tellOutcomes(outcomes, locale), {
      headers: { "cache-control": "no-store", vary: "authorization, cookie" },
    });
  });
}
