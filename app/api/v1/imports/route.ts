import { z } from "zod";
import { importKinds } from "@/lib/domain/imports/schema";
import { can } from "@/lib/domain/permissions";
import { tellProblems, toAnswer } from "@/lib/imports/answer";
import { answerImport } from "@/lib/imports/http";
import { bringIn, commit } from "@/lib/imports/run";
import { toFieldErrors } from "@/lib/platform/action/define";
import { requireApiWriter } from "@/lib/platform/api/route";
import { forbidden, invalid } from "@/lib/platform/errors/app-error";
import { readUpload } from "@/lib/platform/files/upload";

const querySchema = z.object({
  kind: z.enum(importKinds),
  dryRun: z.enum(["true", "false"]).default("false"),
});

/** Brings a file in: says what it would do, and unless it is a dry run does it, as one change set. */
export function POST(request: Request): Promise<Response> {
  return answerImport(request, async () => {
    const viewer = await requireApiWriter(request);
    if (!can(viewer, "imports.create")) throw forbidden();
    const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!query.success) throw invalid(toFieldErrors(query.error));
    const { kind, dryRun } = query.data;
    const checked = await bringIn(viewer, kind, await readUpload(request));
    const result =
      dryRun === "true" ? checked : { ...(await commit(viewer, checked.id)), file: checked.file };
    const errors = await tellProblems(result.findings.problems, checked.file);
    const notes = await tellProblems(result.findings.notes ?? [], checked.file);
    return Response.json(toAnswer(checked.id, result.counts, errors, notes), {
      headers: { "cache-control": "no-store", vary: "authorization, cookie" },
    });
  });
}
