import { getAgreement } from "@/lib/domain/agreements/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The agreement of a page, fetched once; out of reach is not found. */
export const findAgreement = finder("agreement", getAgreement);
