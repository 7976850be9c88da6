import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getUnit } from "@/lib/domain/units/queries";
import { requireViewer } from "@/lib/platform/auth/session";

/** The unit of a page, fetched once; out of reach is not found. */
export const findUnit = cache(async (id: string) => {
  const viewer = await requireViewer();
  const unit = await getUnit(viewer, id);
  if (!unit) notFound();
  return { viewer, unit };
});
