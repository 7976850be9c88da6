import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getLease } from "@/lib/domain/leases/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import type { CivilDate } from "@/lib/platform/dates/civil";

/** The lease of a page as it stands on a day, fetched once; out of reach is not found. */
export const findLease = cache(async (id: string, asOf: CivilDate) => {
  const viewer = await requireViewer();
  const lease = await getLease(viewer, id, asOf);
  if (!lease) notFound();
  return { viewer, lease };
});
