import { getPolicy } from "@/lib/domain/policies/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The policy of a page, fetched once a day that it is read as of; out of reach is not found. */
export const findPolicy = finder("policy", getPolicy);
