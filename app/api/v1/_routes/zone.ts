import { z } from "zod";
import { getZone } from "@/lib/domain/zone/queries";
import { defineRoute } from "@/lib/platform/api/route";
import { uuidShape } from "./shapes";

const words = z.string().nullable();

/** There is one, at an address without an id; nobody has set a zone of version 0. */
export const zone = defineRoute({
  id: "getZone",
  path: "/zone",
  tag: "zone",
  query: z.object({}),
  answer: z.object({
    id: uuidShape,
    nameZh: words,
    nameEn: words,
    regionZh: words,
    regionEn: words,
    officeZh: words,
    officeEn: words,
    version: z.int(),
  }),
  handle: async (viewer) => {
    const { can: _, ...row } = await getZone(viewer);
    return row;
  },
});
