import { getReturnForm } from "@/lib/domain/return-forms/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The form of a page, fetched once; out of reach is not found. */
export const findForm = finder("form", getReturnForm);

export type Form = NonNullable<Awaited<ReturnType<typeof getReturnForm>>>;
