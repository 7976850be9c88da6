import { notFound } from "next/navigation";
import { cache } from "react";
import { getReturn } from "@/lib/domain/returns/queries";
import { requireFirm } from "@/lib/platform/auth/firm";

/** A return of the firm that one acts for; another firm's is not found. */
export const findPortalReturn = cache(async (id: string) => {
  const { viewer } = await requireFirm();
  const found = await getReturn(viewer, id);
  if (!found || found.state === "EXEMPT") notFound();
  return { viewer, found };
});
