import { z } from "zod";
import { listParams, oneOf } from "@/lib/platform/paging/list-params";
import { choosableKinds, ways } from "./rules";

/** One notice, or all of one's own. */
export const markReadSchema = z.object({ id: z.uuid().nullable() });

/** The way of each kind that is named; the others stay. */
export const chooseWaysSchema = z.object({ ways: z.partialRecord(z.enum(choosableKinds), z.enum(ways)) });

export const openCalendarSchema = z.object({});
export const closeCalendarSchema = z.object({});

export const notificationListSchema = listParams({
  sort: ["createdAt"],
  defaultSort: "-createdAt",
  filters: { show: oneOf(["unread"]) },
});

export type MarkReadInput = z.output<typeof markReadSchema>;
export type ChooseWaysInput = z.output<typeof chooseWaysSchema>;
export type NotificationListParams = z.output<typeof notificationListSchema>;
