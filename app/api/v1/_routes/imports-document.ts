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
    ...roundWorkbookPaths(words),
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

/** The workbooks of a round, out and in. */
function roundWorkbookPaths(words: Words): Record<string, unknown> {
  const problem = { $ref: "#/components/responses/Problem" };
  const text = { type: "string" };
  const maybe = { type: ["string", "null"] };
  const notSent = {
    type: "object",
    properties: { key: text, question: text, message: text },
    required: ["key", "question", "message"],
  };
  const outcome = { type: "string", enum: ["SENT", "DRAFT", "UNCHANGED", "REFUSED"] };
  const each = {
    ...{ file: text, returnId: maybe, firm: maybe, outcome, message: maybe },
    notSent: { type: "array", items: notSent },
  };
  const answer = {
    type: "object",
    properties: {
      files: { type: "array", items: { type: "object", properties: each, required: Object.keys(each) } },
    },
    required: ["files"],
  };
  const files = { type: "array", items: { type: "string", format: "binary" } };
  const body = {
    type: "object",
    properties: { file: files, send: { type: "boolean" } },
    required: ["file"],
  };
  const id = parameter("id", "path", true, { type: "string" }, words);
  return {
    "/return-rounds/{id}/workbooks": {
      get: {
        ...{ operationId: "getRoundWorkbooks", tags: ["returns"], parameters: [id] },
        summary: words("api.routes.getRoundWorkbooks"),
        responses: {
          200: { description: words("api.docs.answer"), content: { "application/zip": {} } },
          default: problem,
        },
      },
      post: {
        ...{ operationId: "bringRoundWorkbooks", tags: ["returns"], parameters: [id] },
        summary: words("api.routes.bringRoundWorkbooks"),
        requestBody: { required: true, content: { "multipart/form-data": { schema: body } } },
        responses: {
          200: { description: words("api.docs.answer"), content: { "application/json": { schema: answer } } },
          default: problem,
        },
      },
    },
  };
}

function parameter(name: string, place: string, required: boolean, schema: object, words: Words) {
  return { name, in: place, required, description: words(`api.parameters.${name}`), schema };
}
