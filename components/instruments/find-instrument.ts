import { getInstrument } from "@/lib/domain/instruments/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The instrument of a page, fetched once; out of reach is not found. */
export const findInstrument = finder("instrument", getInstrument);
