import "server-only";
import { z } from "zod";
import "../i18n/zod-messages";
import { toFieldErrors } from "../action/define";
import { currentViewer } from "../auth/session";
import { viewerOfToken } from "../auth/token";
import { assertWrites, type Viewer, viewerVia } from "../auth/viewer";
import { toAppError } from "../db/constraints";
import { AppError, invalid, signedOut } from "../errors/app-error";
import { negotiateLocale } from "../i18n/locales";
import { logger } from "../log/logger";
import { ApiRefusal, toProblem, unexpected } from "./problem";
import { etagOf } from "./version";

/** One address of the API: what it takes and answers, and how. The document and the parsing both come from it. */
export interface ApiRoute<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodType = z.ZodType,
> {
  /** Names the route in the document, and its words in the messages (`api.routes.<id>`). */
  id: string;
  /** Below /api/v1, with `{name}` for a parameter. */
  path: string;
  tag: string;
  params: Params;
  query: Query;
  answer: Answer;
  /** What it answers is one object for as long as it holds, never changed: it is written out once. */
  kept?: boolean;
  handle: (
    viewer: Viewer,
    input: { params: z.output<Params>; query: z.output<Query> },
  ) => Promise<z.input<Answer>>;
}

/** Declares a route, with its types worked out from its schemas. */
export function defineRoute<
  Query extends z.ZodObject,
  Answer extends z.ZodType,
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
>(
  route: Omit<ApiRoute<Params, Query, Answer>, "params"> & { params?: Params },
): ApiRoute<Params, Query, Answer> {
  // Without parameters the shape is empty, which is what Params stands for then.
  return { ...route, params: route.params ?? (z.object({}) as unknown as Params) };
}

type Context = { params: Promise<Record<string, string | string[] | undefined>> };

/** The handler of a declared route: who asks, is it well formed, answer. Every failure is problem JSON. */
export function serve<P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>(
  route: ApiRoute<P, Q, A>,
): (request: Request, context: Context) => Promise<Response> {
  return (request, context) =>
    answerProblems(request, async () => {
      const viewer = await requireApiViewer(request);
      // Next hands no parameters at all to an address that has none.
      const params = route.params.safeParse((await context.params) ?? {});
      if (!params.success) throw new AppError("NOT_FOUND", "errors.notFound");
      const query = route.query.safeParse(firstOf(new URL(request.url).searchParams));
      if (!query.success) throw invalid(toFieldErrors(query.error));
      const answer = await route.handle(viewer, { params: params.data, query: query.data });
      const headers = { "cache-control": "no-store", vary: "authorization, cookie", ...etagOf(answer) };
      if (!route.kept) return Response.json(answer, { headers });
      return new Response(writtenOut(answer as object), {
        headers: { ...headers, "content-type": "application/json" },
      });
    });
}

const written = new WeakMap<object, Uint8Array<ArrayBuffer>>();

function writtenOut(answer: object): Uint8Array<ArrayBuffer> {
  const bytes = written.get(answer) ?? new TextEncoder().encode(JSON.stringify(answer));
  written.set(answer, bytes);
  return bytes;
}

/** Runs a handler; what it throws becomes problem JSON, and faults are logged and not told. */
export async function answerProblems(request: Request, answer: () => Promise<Response>): Promise<Response> {
  const locale = negotiateLocale(request.headers.get("accept-language"));
  try {
    return await answer();
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error instanceof AppError || error instanceof ApiRefusal) return toProblem(error, locale);
    logger.error({ err: error, path: new URL(request.url).pathname }, "a request to the API failed");
    return toProblem(unexpected(), locale);
  }
}

/** Who asks: the bearer token's person, else the signed-in one. A wrong token is never helped by a session. */
export async function requireApiViewer(request: Request): Promise<Viewer> {
  const authorization = request.headers.get("authorization");
  const token = /^bearer +(\S+)$/i.exec(authorization?.trim() ?? "")?.[1];
  const viewer = authorization === null ? await currentViewer() : token ? await viewerOfToken(token) : null;
  if (!viewer) throw signedOut();
  return viewer;
}

/** As requireApiViewer, for whoever writes: a token may have been made for reading alone. */
export async function requireApiWriter(request: Request): Promise<Viewer> {
  const viewer = await requireApiViewer(request);
  assertWrites(viewer);
  return viewerVia(viewer, "API");
}

/** A parameter counts once, and an empty one is none. */
function firstOf(query: URLSearchParams): Record<string, string> {
  const first: Record<string, string> = {};
  for (const [name, value] of query) if (value !== "" && !(name in first)) first[name] = value;
  return first;
}
