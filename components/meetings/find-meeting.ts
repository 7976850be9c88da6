import { getMeeting, getSeries } from "@/lib/domain/meetings/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The session of a page, fetched once; one that is not there is not found. */
export const findMeeting = finder("meeting", getMeeting);
/** The same for a series. */
export const findSeries = finder("series", getSeries);
