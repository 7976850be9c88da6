import { z } from "zod";
import { getWritten } from "@/lib/domain/change-sets/queries";
import type { CustomFieldDto } from "@/lib/domain/custom-fields/dto";
import { listFieldsOf } from "@/lib/domain/custom-fields/queries";
import { previewEnterprises } from "@/lib/domain/enterprises/queries-many";
import { changeEnterprisesSchema } from "@/lib/domain/enterprises/schema";
import { changeEnterprises } from "@/lib/domain/enterprises/service-many";
import { assertCan, type Verb } from "@/lib/domain/permissions";
import { previewProjects } from "@/lib/domain/projects/queries-many";
import { changeProjectsSchema } from "@/lib/domain/projects/schema";
import { changeProjects } from "@/lib/domain/projects/service-many";
import { previewUnits } from "@/lib/domain/units/queries-many";
import { changeUnitsSchema } from "@/lib/domain/units/schema";
import { changeUnits } from "@/lib/domain/units/service-many";
import { toFieldErrors } from "@/lib/platform/action/define";
import { assertKnown, readJson } from "@/lib/platform/api/body";
import { once, REPLAYED } from "@/lib/platform/api/once";
import type { Words } from "@/lib/platform/api/openapi";
import { answerProblems, requireApiWriter } from "@/lib/platform/api/route";
import { toSchema } from "@/lib/platform/api/schema-of";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { ManyPreview } from "@/lib/platform/change-sets/change-many";
import type { CustomFieldSubject } from "@/lib/platform/db/generated/enums";
import { invalid } from "@/lib/platform/errors/app-error";
import { uuidShape } from "./shapes";

type Selection = { digest: string };

/** One change to many records of a noun, by the schema and the services of the list's own form. */
type Many<Input extends Selection> = {
  id: string;
  /** Below /api/v1; also the tag. */
  noun: string;
  verb: Verb;
  subject: CustomFieldSubject;
  schema: z.ZodObject;
  preview: (viewer: Viewer, input: Input) => Promise<ManyPreview>;
  change: (viewer: Viewer, input: Input) => Promise<{ changeSetId: string; count: number }>;
};

// The schema of each is the one that its services' input is the output of.
const declare = <Input extends Selection>(many: Many<Input>) => ({
  ...(many as unknown as Many<Selection>),
  // First looked at, then done to exactly what was seen.
  schema: many.schema.extend({ dryRun: z.boolean().default(false) }),
});

/** Changes to many records, by the id of each in the document. */
export const manyById = {
  changeEnterprises: declare({
    ...{
      id: "changeEnterprises",
      noun: "enterprises",
      verb: "enterprises.changeMany",
      subject: "ENTERPRISE",
    },
    ...{ schema: changeEnterprisesSchema, preview: previewEnterprises, change: changeEnterprises },
  }),
  changeProjects: declare({
    ...{ id: "changeProjects", noun: "projects", verb: "projects.changeMany", subject: "PROJECT" },
    ...{ schema: changeProjectsSchema, preview: previewProjects, change: changeProjects },
  }),
  changeUnits: declare({
    ...{ id: "changeUnits", noun: "units", verb: "units.changeMany", subject: "UNIT" },
    ...{ schema: changeUnitsSchema, preview: previewUnits, change: changeUnits },
  }),
};

type Declared = (typeof manyById)[keyof typeof manyById];

const sideShape = z.record(z.string(), z.string().nullable());
const seenShape = z.object({
  ...{ dryRun: z.literal(true), total: z.int(), changed: z.int(), left: z.int(), digest: z.string() },
  rows: z.array(z.object({ id: uuidShape, before: sideShape, after: sideShape })),
});
const doneShape = z.object({ dryRun: z.literal(false), changeSetId: uuidShape, changed: z.int() });
/** What would happen, with the digest that lets it; or what did, as one change set. */
export const manyAnswer = z.union([seenShape, doneShape]);

/** The handler: who asks, may they, is it well formed; then what it would do, or one change set that does it once. */
export function serveMany(many: Declared): (request: Request) => Promise<Response> {
  return (request) =>
    answerProblems(request, async () => {
      const viewer = await requireApiWriter(request);
      assertCan(viewer, many.verb);
      const body = await readJson(request);
      assertKnown(body, many.schema, []);
      const parsed = many.schema.safeParse(body);
      if (!parsed.success) throw invalid(toFieldErrors(parsed.error));
      const { dryRun, ...input } = parsed.data as Selection & { dryRun: boolean };
      if (dryRun) {
        const preview = await many.preview(viewer, input);
        return answer(toSeen(preview, await listFieldsOf(viewer, many.subject)));
      }
      if (!input.digest) throw invalid({ digest: "api.errors.digest" });
      return once(
        viewer,
        { request, body, status: 200 },
        async (as) => done((await many.change(as, input)).changeSetId),
        (changeSetId) => done(changeSetId, REPLAYED),
      );
      async function done(changeSetId: string, headers: Record<string, string> = {}) {
        const changed = await getWritten(viewer, changeSetId);
        return answer({ dryRun: false, changeSetId, changed }, headers);
      }
    });
}

function answer(value: z.input<typeof manyAnswer>, headers: Record<string, string> = {}): Response {
  const own = { "cache-control": "no-store", vary: "authorization, cookie" };
  return Response.json(value, { headers: { ...own, ...headers } });
}

type Side = ManyPreview["rows"][number]["before"];

/** As programs name things: fields in the document's spelling, custom fields and options by their keys. */
function toSeen({ total, changed, left, digest, rows }: ManyPreview, fields: CustomFieldDto[]) {
  const byId = new Map(fields.map((field) => [`custom.${field.id}`, field]));
  const side = (values: Side) =>
    Object.fromEntries(
      Object.entries(values).map(([column, value]) => {
        const field = byId.get(column);
        if (!field) return [column === "owner_id" ? "ownerId" : column, value];
        return [`custom.${field.key}`, field.options.find(({ id }) => id === value)?.key ?? null];
      }),
    );
  const shown = rows.map(({ id, before, after }) => ({ id, before: side(before), after: side(after) }));
  return { dryRun: true as const, total, changed, left, digest, rows: shown };
}

/** What the document says of them. */
export function manyPaths(words: Words): Record<string, unknown> {
  const key = {
    ...{ name: "Idempotency-Key", in: "header", required: false },
    ...{ description: words("api.parameters.idempotencyKey"), schema: { type: "string", maxLength: 200 } },
  };
  const answered = { "application/json": { schema: toSchema(manyAnswer, "output") } };
  const responses = {
    200: { description: words("api.docs.answer"), content: answered },
    default: { $ref: "#/components/responses/Problem" },
  };
  return Object.fromEntries(
    Object.values(manyById).map(({ id, noun, schema }) => {
      const asked = { ...toSchema(schema, "input"), additionalProperties: false };
      const requestBody = { required: true, content: { "application/json": { schema: asked } } };
      const summary = words(`api.routes.${id}`);
      const post = { operationId: id, tags: [noun], summary, parameters: [key], requestBody, responses };
      return [`/${noun}/change-many`, { post }];
    }),
  );
}
