import { z } from "zod";
import { agreementStates } from "@/lib/domain/agreements/schema";
import { clusters } from "@/lib/domain/enterprises/schema";
import { filterText, listParams, oneOf } from "@/lib/platform/paging/list-params";

/** All agreements, whatever session they were signed at. */
export const ALL_SESSIONS = "ALL";

/** What the chain screen is narrowed to. Without a session it is the latest one at which agreements were signed. */
export const chainSchema = listParams({
  sort: ["state", "code", "lastActivityOn"],
  defaultSort: "state",
  filters: {
    meeting: z
      .union([z.uuid(), z.literal(ALL_SESSIONS)])
      .optional()
      .catch(undefined),
    state: oneOf(agreementStates),
    cluster: oneOf(clusters),
    /** Of a party: ISO 3166. */
    country: filterText(2),
    /** Of a project, by its code. */
    park: filterText(),
  },
});

export type ChainParams = z.output<typeof chainSchema>;
