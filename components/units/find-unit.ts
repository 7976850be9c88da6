import { getUnit } from "@/lib/domain/units/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The unit of a page, fetched once; out of reach is not found. */
export const findUnit = finder("unit", getUnit);
