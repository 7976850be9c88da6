import { getLease } from "@/lib/domain/leases/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The lease of a page as it stands on a day, fetched once; out of reach is not found. */
export const findLease = finder("lease", getLease);
