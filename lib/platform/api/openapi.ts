import "server-only";
import { z } from "zod";
import type { ApiRoute } from "./route";

type Json = Record<string, unknown>;

/** Words for the document, by message key. */
export type Words = (key: string) => string;

/** The OpenAPI 3.1 document of the routes; its schemas are those that requests are parsed with. */
export function toOpenApi(
  routes: readonly ApiRoute[],
  words: Words,
  version: string,
  extraPaths: Json = {},
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

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

/** A parameter with its schema, as the document and the readable page name it. */
export interface ParameterDoc {
  name: string;
  in: "path" | "query";
  required: boolean;
  description: string;
  schema: Json;
}

export function listParameters(object: z.ZodObject, place: "path" | "query", words: Words): ParameterDoc[] {
  const schema = toSchema(object, "input") as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || (schema.required ?? []).includes(name),
    description: words(`api.parameters.${name}`),
    schema: property,
  }));
}

export function toSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return json;
}
