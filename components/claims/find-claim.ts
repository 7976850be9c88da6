import { getClaim } from "@/lib/domain/claims/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The claim of a page, fetched once; out of reach is not found. */
export const findClaim = finder("claim", getClaim);
