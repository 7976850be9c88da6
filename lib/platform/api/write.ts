import "server-only";
import type { z } from "zod";
import "../i18n/zod-messages";
import { toFieldErrors } from "../action/define";
import type { Viewer } from "../auth/viewer";
import { AppError, invalid, notFound } from "../errors/app-error";
import { assertKnown, readJson } from "./body";
import { once, REPLAYED } from "./once";
import { ApiRefusal } from "./problem";
import { type ApiRoute, answerProblems, requireApiWriter } from "./route";
import { etagOf, readIfMatch } from "./version";

type Standing = { id: string; version: number };
type Params = Record<string, string>;

/** One write of the API, by the schema and the service of the forms. */
export interface ApiWrite<Schema extends z.ZodObject = z.ZodObject> {
  /** Names the write in the document, and its words in the messages (`api.routes.<id>`). */
  id: string;
  method: "POST" | "PATCH";
  /** Below /api/v1, with `{name}` for a parameter. */
  path: string;
  schema: Schema;
  /** The address that answers the record that was written. */
  item: ApiRoute;
  /** @throws AppError FORBIDDEN where the role may not do it at all */
  allow: (viewer: Viewer) => void;
  /** What is changed, with the fields that the schema knows under the schema's names. A new record has none. */
  find?: (viewer: Viewer, params: Params) => Promise<Standing | null>;
  /** The record is gone afterwards: nothing is left to be answered. */
  ends?: true;
  write: (viewer: Viewer, input: z.output<Schema>) => Promise<{ id: string }>;
  /** The item's own parameters; its id where nothing else is said. */
  locate?: (viewer: Viewer, id: string) => Promise<Params>;
}

/** What comes from the address and from If-Match, and so is not taken from a body. */
export const ADDRESSED = ["id", "version"] as const;

/** Declares a write, its input worked out from its schema. */
export function defineWrite<Schema extends z.ZodObject>(write: ApiWrite<Schema>): ApiWrite {
  return write as unknown as ApiWrite;
}

type Context = { params: Promise<Record<string, string | string[] | undefined>> };

/** The handler of a write: who asks, may they, what is changed, is it well formed, do it, answer the record. */
export function serveWrite(write: ApiWrite): (request: Request, context: Context) => Promise<Response> {
  return (request, context) =>
    answerProblems(request, async () => {
      const viewer = await requireApiWriter(request);
      write.allow(viewer);
      if (write.ends) return end(write, viewer, request, await context.params);
      // What is out of reach is not there, whatever the body says: so the record comes before it.
      const standing = await findStanding(write, viewer, await context.params);
      const body = await readJson(request);
      const status = standing ? 200 : 201;
      return once(
        viewer,
        { request, body, status },
        async (as) =>
          answer(
            write,
            viewer,
            await (standing ? change(write, as, request, body, standing) : create(write, as, body)),
            status,
          ),
        (id, first) => answer(write, viewer, id, first, REPLAYED),
      );
    });
}

type Body = Record<string, unknown>;

async function create(write: ApiWrite, viewer: Viewer, body: Body): Promise<string> {
  assertKnown(body, write.schema, []);
  return (await write.write(viewer, parse(write.schema, body))).id;
}

/** Ends a record. Its key is looked at first, since a record that is gone by it is found no more. */
async function end(
  write: ApiWrite,
  viewer: Viewer,
  request: Request,
  params: Awaited<Context["params"]>,
): Promise<Response> {
  const body = await readJson(request);
  const headers = { "cache-control": "no-store", vary: "authorization, cookie" };
  return once(
    viewer,
    { request, body, status: 204 },
    async (as) => {
      const standing = await findStanding(write, viewer, params);
      if (!standing) throw notFound();
      await change(write, as, request, body, standing);
      return new Response(null, { status: 204, headers });
    },
    async (_, status) => new Response(null, { status, headers: { ...headers, ...REPLAYED } }),
  );
}

type Found = Standing & { again: () => Promise<Standing | null> };

/** What is changed; null where the write makes a new record. @throws AppError NOT_FOUND */
async function findStanding(
  { find, item }: ApiWrite,
  viewer: Viewer,
  raw: Awaited<Context["params"]>,
): Promise<Found | null> {
  if (!find) return null;
  const params = item.params.safeParse(raw);
  if (!params.success) throw notFound();
  const again = () => find(viewer, params.data as Params);
  const standing = await again();
  if (!standing) throw notFound();
  return { ...standing, again };
}

/** A PATCH lays what it is given over the record as it stands, so that the schema sees it whole. */
async function change(
  write: ApiWrite,
  viewer: Viewer,
  request: Request,
  body: Body,
  standing: Found,
): Promise<string> {
  const { id } = standing;
  const version = readIfMatch(request);
  if (standing.version !== version) throw await stale(write, viewer, id);
  assertKnown(body, write.schema, ADDRESSED);
  const under = write.method === "PATCH" ? pick(standing, Object.keys(write.schema.shape)) : {};
  const input = parse(write.schema, { ...under, ...body, id, version });
  try {
    // A unit that is split or merged is answered by the one that follows it.
    return (await write.write(viewer, input)).id;
  } catch (thrown) {
    // Where two records are changed, it may be the other that is stale: then it is not this one that is read again.
    if (!(thrown instanceof AppError) || thrown.code !== "STALE") throw thrown;
    if ((await standing.again())?.version === version) throw thrown;
    throw await stale(write, viewer, id);
  }
}

async function show({ item, locate }: ApiWrite, viewer: Viewer, id: string) {
  const params = locate ? await locate(viewer, id) : { id };
  const record = await item.handle(viewer, { params, query: item.query.parse({}) });
  const path = item.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  return { record, address: `/api/v1${path}` };
}

async function stale(write: ApiWrite, viewer: Viewer, id: string): Promise<ApiRefusal> {
  const { record } = await show(write, viewer, id);
  return new ApiRefusal("VERSION_STALE", "api.errors.versionStale", { current: record }, etagOf(record));
}

function parse<Schema extends z.ZodObject>(schema: Schema, input: object): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw invalid(toFieldErrors(parsed.error));
  return parsed.data;
}

function pick(from: object, names: string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
}

/** The record as it is now; where a new one is found, too. */
async function answer(
  write: ApiWrite,
  viewer: Viewer,
  id: string,
  status: number,
  headers: Record<string, string> = {},
): Promise<Response> {
  const { record, address } = await show(write, viewer, id);
  const own = { "cache-control": "no-store", vary: "authorization, cookie", ...etagOf(record) };
  const found: Record<string, string> = status === 201 ? { location: address } : {};
  return Response.json(record, { status, headers: { ...own, ...found, ...headers } });
}
