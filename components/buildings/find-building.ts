import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getBuilding } from "@/lib/domain/buildings/queries";
import { requireViewer } from "@/lib/platform/auth/session";

/** The building of a page, fetched once; out of reach is not found. */
export const findBuilding = cache(async (id: string) => {
  const viewer = await requireViewer();
  const building = await getBuilding(viewer, id);
  if (!building) notFound();
  return { viewer, building };
});
