import "server-only";
import { z } from "zod";
import { invalid, messageOf } from "../errors/app-error";
import { ApiRefusal } from "./problem";
import { toSchema } from "./schema-of";

const MAX_KB = 256;

/** The JSON object of a request, read no further than its limit. @throws ApiRefusal, AppError INVALID */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new ApiRefusal("MEDIA_TYPE", "api.errors.mediaType");
  const text = await readText(request, MAX_KB * 1024);
  const parsed = z.record(z.string(), z.unknown()).safeParse(tryJson(text));
  if (!parsed.success) throw invalid({}, "api.errors.json");
  return parsed.data;
}

async function readText(request: Request, limit: number): Promise<string> {
  const tooLarge = () => new ApiRefusal("TOO_LARGE", messageOf("api.errors.tooLarge", { max: MAX_KB }));
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += piece.byteLength;
    if (size > limit) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Each field that a schema does not have is refused by its own path, so that a misspelt one is not lost. */
export function assertKnown(
  body: Record<string, unknown>,
  schema: z.ZodObject,
  hidden: readonly string[],
): void {
  const { properties, ...rest } = toSchema(schema, "input") as Shape;
  const own = Object.fromEntries(Object.entries(properties ?? {}).filter(([name]) => !hidden.includes(name)));
  const unknown = listUnknown(body, [{ ...rest, properties: own }]);
  if (unknown.length === 0) return;
  throw invalid(Object.fromEntries(unknown.map((path) => [path, "api.errors.unknownField"])));
}

type Shape = {
  properties?: Record<string, Shape>;
  additionalProperties?: unknown;
  items?: Shape;
  anyOf?: Shape[];
};

function listUnknown(value: unknown, shapes: Shape[]): string[] {
  const choices = shapes.flatMap((shape) => [
    shape,
    ...(shape.anyOf ?? []).flatMap((one) => [one, ...(one.anyOf ?? [])]),
  ]);
  if (Array.isArray(value)) {
    const items = choices.flatMap(({ items: of }) => (of ? [of] : []));
    return value.flatMap((item, i) => listUnknown(item, items).map((path) => `${i}.${path}`));
  }
  const objects = choices.filter(({ properties }) => properties);
  if (typeof value !== "object" || value === null || objects.length === 0) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const fields = objects.flatMap(({ properties }) => properties?.[name] ?? []);
    if (fields.length === 0) return [name];
    return listUnknown(inner, fields).map((path) => `${name}.${path}`);
  });
}
