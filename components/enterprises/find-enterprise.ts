import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { requireViewer } from "@/lib/platform/auth/session";

/** The firm of a page, asked for by its title and its body and fetched once; out of reach is not found. */
export const findEnterprise = cache(async (id: string) => {
  const viewer = await requireViewer();
  const enterprise = await getEnterprise(viewer, id);
  if (!enterprise) notFound();
  return { viewer, enterprise };
});
