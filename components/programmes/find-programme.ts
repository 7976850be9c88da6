import { getProgramme } from "@/lib/domain/programmes/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The programme of a page, fetched once; out of reach is not found. */
export const findProgramme = finder("programme", getProgramme);
