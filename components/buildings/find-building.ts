import { getBuilding } from "@/lib/domain/buildings/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The building of a page, fetched once; out of reach is not found. */
export const findBuilding = finder("building", getBuilding);
