import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getProject } from "@/lib/domain/projects/queries";
import { requireViewer } from "@/lib/platform/auth/session";

/** The project of a page, fetched once; out of reach is not found. */
export const findProject = cache(async (id: string) => {
  const viewer = await requireViewer();
  const project = await getProject(viewer, id);
  if (!project) notFound();
  return { viewer, project };
});
