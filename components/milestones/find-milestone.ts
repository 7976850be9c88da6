import { getMilestone } from "@/lib/domain/milestones/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The milestone of a page, fetched once; out of reach is not found. */
export const findMilestone = finder("milestone", getMilestone);
