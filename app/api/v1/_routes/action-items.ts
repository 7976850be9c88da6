import { z } from "zod";
import type { ActionItemDto } from "@/lib/domain/action-items/dto";
import { getActionItem, listActionItems } from "@/lib/domain/action-items/queries";
import { actionItemListSchema, actionItemStates } from "@/lib/domain/action-items/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import { asOfQuery, dateShape, dayOf, listShape, namesShape, toNames, uuidShape } from "./shapes";

const day = dateShape.nullable();
const id = uuidShape.nullable();
const words = z.string().nullable();

const itemShape = z.object({
  id: uuidShape,
  number: z.int(),
  ...namesShape,
  state: z.enum(actionItemStates).nullable(),
  note: words,
  raisedOn: dateShape,
  dueOn: day,
  doneOn: day,
  droppedOn: day,
  result: words,
  owner: words,
  meetingId: id,
  outcomeId: id,
  agreementId: id,
  projectId: id,
  version: z.int(),
});

export const actionItems = defineRoute({
  id: "listActionItems",
  path: "/action-items",
  tag: "action-items",
  query: z.object({
    query: z.string().max(200).optional(),
    itemState: z.enum(["LIVE", ...actionItemStates]).optional(),
    meeting: uuidShape.optional(),
    agreement: uuidShape.optional(),
    project: uuidShape.optional(),
    ...asOfQuery,
    ...listQuery,
  }),
  answer: listShape(itemShape),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const { itemState: state, ...given } = query;
    const page = { page: place.page, pageSize: place.limit };
    const filters = actionItemListSchema.parse({ ...given, state, ...page });
    const { rows, total } = await listActionItems(viewer, filters, dayOf(query.asOf));
    return { items: rows.map(toAnswer), nextCursor: toNextCursor(place, total) };
  },
});

export const actionItem = defineRoute({
  id: "getActionItem",
  path: "/action-items/{id}",
  tag: "action-items",
  params: z.object({ id: uuidShape }),
  query: z.object({ ...asOfQuery }),
  answer: itemShape,
  handle: async (viewer, { params, query }) => {
    const row = await getActionItem(viewer, params.id, dayOf(query.asOf));
    if (!row) throw notFound();
    return toAnswer(row);
  },
});

function toAnswer(row: ActionItemDto) {
  const { number, state, note, raisedOn, dueOn, doneOn, droppedOn, result, owner, version } = row;
  const { meetingId, outcomeId, agreementId, projectId } = row;
  return {
    ...{ id: row.id, number, ...toNames({ nameZh: row.titleZh, nameEn: row.titleEn }), state, note },
    ...{ raisedOn, dueOn, doneOn, droppedOn, result, owner },
    ...{ meetingId, outcomeId, agreementId, projectId, version },
  };
}
