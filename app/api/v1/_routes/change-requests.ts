import { z } from "zod";
import type { ChangeRequestDto } from "@/lib/domain/change-requests/dto";
import { getChangeRequest, listChangeRequests } from "@/lib/domain/change-requests/queries";
import {
  changeRequestListSchema,
  decisions,
  requestStates,
  subjects,
} from "@/lib/domain/change-requests/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import { dateShape, firmShape, listShape, toNames, uuidShape } from "./shapes";

const value = z.unknown().describe("As the record's own input has it");
const field = {
  field: z.string().describe("A field of the record, or `qualification:` and its id"),
  before: value,
  after: value,
  decision: z.enum(decisions).nullable(),
  comment: z.string().nullable(),
  attachmentId: uuidShape.nullable(),
};
const request = {
  id: uuidShape,
  enterprise: firmShape,
  subject: z.enum(subjects),
  milestoneId: uuidShape.nullable(),
  commitmentId: uuidShape.nullable(),
  state: z.enum(requestStates),
  note: z.string().nullable(),
  askedBy: z.string(),
  askedOn: dateShape,
  days: z.int().describe("Since it was asked, or until it was decided"),
  ownerId: uuidShape.nullable(),
  comment: z.string().nullable(),
  version: z.int(),
};

export const changeRequests = defineRoute({
  id: "listChangeRequests",
  path: "/change-requests",
  tag: "change-requests",
  query: z.object({
    query: z.string().max(200).optional(),
    requestState: z.enum(requestStates).optional(),
    subject: z.enum(subjects).optional(),
    firm: uuidShape.optional(),
    ...listQuery,
  }),
  answer: listShape(z.object({ ...request, fields: z.array(z.string()) })),
  handle: async (viewer, { query: { requestState, ...query } }) => {
    const place = toPlace(query);
    const page = { page: place.page, pageSize: place.limit };
    const params = changeRequestListSchema.parse({ ...query, state: requestState, ...page });
    const { rows, total } = await listChangeRequests(viewer, params);
    const items = rows.map((row) => ({ ...toRequest(row), fields: row.fields.map((one) => one.field) }));
    return { items, nextCursor: toNextCursor(place, total) };
  },
});

export const changeRequest = defineRoute({
  id: "getChangeRequest",
  path: "/change-requests/{id}",
  tag: "change-requests",
  params: z.object({ id: uuidShape }),
  query: z.object({}),
  answer: z.object({
    ...request,
    fields: z.array(
      z.object({
        ...field,
        present: value,
        stale: z.boolean().describe("Somebody changed the record since it was asked"),
      }),
    ),
  }),
  handle: async (viewer, { params }) => {
    const row = await getChangeRequest(viewer, params.id);
    if (!row) throw notFound();
    return {
      ...toRequest(row),
      fields: row.fields.map(
        ({ field: name, before, after, present, stale, decision, comment, attachmentId }) => {
          return { field: name, before, after, present, stale, decision, comment, attachmentId };
        },
      ),
    };
  },
});

function toRequest(row: Omit<ChangeRequestDto, "fields">) {
  const { id, enterprise, subject, milestoneId, commitmentId, state, note, askedByName, askedOn } = row;
  const { days, ownerId, comment, version } = row;
  return {
    ...{ id, subject, milestoneId, commitmentId, state, note, askedOn, days, ownerId, comment, version },
    enterprise: { id: enterprise.id, ...toNames(enterprise) },
    askedBy: askedByName,
  };
}
