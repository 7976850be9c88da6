import { getActionItem } from "@/lib/domain/action-items/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The item of a page, fetched once; one that is not there is not found. */
export const findActionItem = finder("item", getActionItem);
