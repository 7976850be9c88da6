import { getReturn } from "@/lib/domain/returns/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The return of a page, fetched once; out of reach is not found. */
export const findReturn = finder("found", (viewer, id) => getReturn(viewer, id));

export type FoundReturn = NonNullable<Awaited<ReturnType<typeof getReturn>>>;
