import type { z } from "zod";
import { clusters } from "@/lib/domain/enterprises/schema";
import { filterId, filterText, listParams, oneOf } from "@/lib/platform/paging/list-params";

export const timelineGroups = ["agreement", "park", "cluster"] as const;
export type TimelineGrouping = (typeof timelineGroups)[number];
export const timelineShows = ["late", "critical"] as const;

/** The portfolio timeline from its address. `pageSize` counts projects. */
export const timelineSchema = listParams({
  sort: ["group"],
  defaultSort: "group",
  filters: {
    by: oneOf(timelineGroups),
    show: oneOf(timelineShows),
    agreement: filterId(),
    park: filterText(),
    cluster: oneOf(clusters),
    look: oneOf(["table"]),
  },
});

export type TimelineParams = z.output<typeof timelineSchema>;
