import { getJoinRequest } from "@/lib/domain/memberships/queries";
import { finder } from "@/lib/platform/auth/finder";

/** A request to act for a firm, and who asks for it. */
export const findJoinRequest = finder("request", getJoinRequest);
