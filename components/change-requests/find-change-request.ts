import { getChangeRequest } from "@/lib/domain/change-requests/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The request of a page, fetched once; out of reach is not found. */
export const findChangeRequest = finder("request", getChangeRequest);
