import { getRate } from "@/lib/domain/rates/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The rate of a page, fetched once; out of reach is not found. */
export const findRate = finder("rate", getRate);
