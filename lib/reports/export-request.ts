import "server-only";
import { answerProblems } from "@/lib/platform/api/route";
import { wordsFor } from "@/lib/platform/api/words";
import { currentViewer } from "@/lib/platform/auth/session";
import { signedOut } from "@/lib/platform/errors/app-error";
import { currentLocale } from "@/lib/platform/i18n/translator";
import { firstValues } from "@/lib/platform/paging/list-params";
import { type ExportContext, type ExportTables, toDownload } from "@/lib/reports/export";
import type { ReportKey } from "@/lib/reports/metrics";
import { readReport } from "@/lib/reports/request";

/** The handler of a report's download: who asks, for what part and day, in the page's language. */
export function serveExport(report: ReportKey, build: (context: ExportContext) => Promise<ExportTables>) {
  return (request: Request): Promise<Response> =>
    answerProblems(request, async () => {
      const viewer = await currentViewer();
      if (!viewer) throw signedOut();
      const values = firstValues(Object.fromEntries(new URL(request.url).searchParams));
      const locale = await currentLocale();
      const words = await wordsFor(locale);
      const context: ExportContext = {
        viewer,
        request: await readReport(viewer, values),
        locale,
        say: (key) => words(key),
        sayWith: words,
        values,
      };
      return toDownload(report, await build(context), context);
    });
}
