import { getRound } from "@/lib/domain/return-rounds/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The round of a page, fetched once; out of reach is not found. */
export const findRound = finder("round", getRound);

export type Round = NonNullable<Awaited<ReturnType<typeof getRound>>>;
