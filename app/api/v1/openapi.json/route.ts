import { manyPaths } from "@/app/api/v1/_routes/change-many";
import { importPaths } from "@/app/api/v1/_routes/imports-document";
import { routes } from "@/app/api/v1/_routes/table";
import { writes } from "@/app/api/v1/_routes/writes";
import { toOpenApi } from "@/lib/platform/api/openapi";
import { wordsFor } from "@/lib/platform/api/words";
import { negotiateLocale } from "@/lib/platform/i18n/locales";
import { version } from "@/package.json";

/** The document, which holds nobody's data and so needs no token. */
export async function GET(request: Request): Promise<Response> {
  const words = await wordsFor(negotiateLocale(request.headers.get("accept-language")));
  return Response.json(
    toOpenApi(routes, words, version, { writes, extraPaths: { ...importPaths(words), ...manyPaths(words) } }),
    {
      headers: { vary: "accept-language" },
    },
  );
}
