import "server-only";
import { z } from "zod";
import type { ApiRoute } from "./route";
import { toSchema } from "./schema-of";
import { ADDRESSED, type ApiWrite } from "./write";

type Json = Record<string, unknown>;

/** Words for the document, by message key. */
export type Words = (key: string) => string;

/** The OpenAPI 3.1 document of the routes; its schemas are those that requests are parsed with. */
export function toOpenApi(
  routes: readonly ApiRoute[],
  words: Words,
  version: string,
  { writes = [], extraPaths = {} }: { writes?: readonly ApiWrite[]; extraPaths?: Json } = {},
): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = {
      get: {
        operationId: route.id,
        tags: [route.tag],
        summary: words(`api.routes.${route.id}`),
        parameters: [
          ...listParameters(route.params, "path", words),
          ...listParameters(route.query, "query", words),
        ],
        responses: {
          200: {
            description: words("api.docs.answer"),
            content: { "application/json": { schema: toSchema(route.answer, "output") } },
          },
          default: { $ref: "#/components/responses/Problem" },
        },
      },
    };
  }
  for (const write of writes) {
    paths[write.path] = { ...paths[write.path], [write.method.toLowerCase()]: toOperation(write, words) };
  }
  return {
    openapi: "3.1.0",
    info: { title: words("api.docs.title"), description: words("api.docs.intro"), version },
    servers: [{ url: "/api/v1" }],
    security: [{ bearer: [] }],
    paths: { ...paths, ...extraPaths },
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
      schemas: { Problem: toSchema(problemSchema, "output") },
      responses: {
        Problem: {
          description: words("api.docs.problem"),
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
  };
}

function toOperation(write: ApiWrite, words: Words): Json {
  const problem = { $ref: "#/components/responses/Problem" };
  const etag = { ETag: { schema: { type: "string" } } };
  const answer = {
    description: words("api.docs.answer"),
    headers: write.find ? etag : { ...etag, Location: { schema: { type: "string" } } },
    content: { "application/json": { schema: toSchema(write.item.answer, "output") } },
  };
  const ifMatch = {
    ...{ name: "If-Match", in: "header", required: true },
    ...{ description: words("api.parameters.ifMatch"), schema: { type: "string" } },
  };
  const key = {
    ...{ name: "Idempotency-Key", in: "header", required: false },
    ...{ description: words("api.parameters.idempotencyKey"), schema: { type: "string", maxLength: 200 } },
  };
  return {
    operationId: write.id,
    tags: [write.item.tag],
    summary: words(`api.routes.${write.id}`),
    parameters: write.find ? [...listParameters(write.item.params, "path", words), ifMatch, key] : [key],
    requestBody: { required: true, content: { "application/json": { schema: toBodySchema(write) } } },
    responses: write.ends
      ? { 204: { description: words("api.docs.gone") }, default: problem }
      : { [write.find ? 200 : 201]: answer, default: problem },
  };
}

/** What a body may hold. A PATCH needs none of it: what is left out stays as it is. */
export function toBodySchema({ schema, find, method }: ApiWrite): Json {
  const { properties, required, ...rest } = toSchema(schema, "input") as {
    properties: Json;
    required?: string[];
  };
  const hidden: readonly string[] = find ? ADDRESSED : [];
  const own = Object.fromEntries(Object.entries(properties).filter(([name]) => !hidden.includes(name)));
  const needed = method === "PATCH" ? [] : (required ?? []).filter((name) => !hidden.includes(name));
  return {
    ...rest,
    properties: own,
    additionalProperties: false,
    ...(needed.length > 0 && { required: needed }),
  };
}

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  /** With 412: the record as it is now. */
  current: z.record(z.string(), z.unknown()).optional(),
});

/** A parameter with its schema, as the document and the readable page name it. */
export interface ParameterDoc {
  name: string;
  in: "path" | "query";
  required: boolean;
  description: string;
  schema: Json;
  style?: "form";
}

export function listParameters(object: z.ZodObject, place: "path" | "query", words: Words): ParameterDoc[] {
  const schema = toSchema(object, "input") as { properties?: Record<string, Json>; required?: string[] };
  const known = Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || (schema.required ?? []).includes(name),
    description: words(`api.parameters.${name}`),
    schema: property,
  }));
  // Whose names are each installation's own: with this style each property is a parameter of its own.
  if (object.def.catchall === undefined || place === "path") return known;
  const free = { type: "object", additionalProperties: { type: "string" } };
  const description = words("api.parameters.custom");
  return [...known, { name: "custom", in: place, required: false, description, schema: free, style: "form" }];
}
