import { importKinds } from "@/lib/domain/imports/schema";
import type { Words } from "@/lib/platform/api/openapi";

/** What the document says of files in, whose handlers read a multipart body and so are not in the table. */
export function importPaths(words: Words): Record<string, unknown> {
  const problem = { $ref: "#/components/responses/Problem" };
  const text = { type: "string" };
  const count = { type: "integer" };
  const bothLanguages = { type: "object", properties: { en: text, zh: text }, required: ["en", "zh"] };
  const error = {
    type: "object",
    properties: { row: count, column: text, code: text, message: bothLanguages },
    required: ["row", "code", "message"],
  };
  // Notes are of rows that are written: what is kept with them that the file does not say.
  const list = { type: "array", items: error };
  const counts = { rows: count, created: count, updated: count, unchanged: count, duplicates: count };
  const answer = {
    type: "object",
    properties: { id: text, ...counts, errors: list, notes: list },
    required: ["id", ...Object.keys(counts), "errors", "notes"],
  };
  const undone = {
    type: "object",
    properties: { changeSetId: text, undone: count, kept: count, names: { type: "array", items: text } },
    required: ["changeSetId", "undone", "kept", "names"],
  };
  const kinds = [...importKinds];
  return {
    "/imports": {
      post: {
        operationId: "createImport",
        tags: ["imports"],
        summary: words("api.routes.createImport"),
        parameters: [
          parameter("kind", "query", true, { type: "string", enum: kinds }, words),
          parameter("dryRun", "query", false, { type: "boolean" }, words),
        ],
        requestBody: {
          required: true,
          content: {
            "multipart/form-data": {
              schema: {
                type: "object",
                properties: { file: { type: "string", format: "binary" } },
                required: ["file"],
              },
            },
          },
        },
        responses: {
          200: { description: words("api.docs.answer"), content: { "application/json": { schema: answer } } },
          default: problem,
        },
      },
    },
    "/imports/{id}/undo": {
      post: {
        operationId: "undoImport",
        tags: ["imports"],
        summary: words("api.routes.undoImport"),
        parameters: [parameter("id", "path", true, { type: "string" }, words)],
        responses: {
          200: { description: words("api.docs.answer"), content: { "application/json": { schema: undone } } },
          default: problem,
        },
      },
    },
    "/imports/{id}/errors.xlsx": {
      get: {
        operationId: "getImportErrors",
        tags: ["imports"],
        summary: words("api.routes.getImportErrors"),
        parameters: [parameter("id", "path", true, { type: "string" }, words)],
        responses: {
          200: {
            description: words("api.docs.workbook"),
            content: { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {} },
          },
          default: problem,
        },
      },
    },
  };
}

function parameter(name: string, place: string, required: boolean, schema: object, words: Words) {
  return { name, in: place, required, description: words(`api.parameters.${name}`), schema };
}
