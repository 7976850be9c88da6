import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { db } from "../db/client";
import { requireViewer } from "./session";
import { mintViewer, type Viewer } from "./viewer";

/** Which firm one acts for, of several: remembered by the browser, and only ever one of one's own. */
export const FIRM_COOKIE = "firm";

export type Firm = {
  /** Narrowed to this one firm, whatever else the person may act for. */
  viewer: Viewer;
  enterpriseId: string;
  /** May invite and remove the firm's other people. */
  firmAdmin: boolean;
};

/** The firm that the person acts for; null for the office, and for whoever acts for none. */
export const getFirm = cache(async (): Promise<Firm | null> => {
  const viewer = await requireViewer();
  if (viewer.enterpriseIds === null || !viewer.userId) return null;
  const chosen = (await cookies()).get(FIRM_COOKIE)?.value;
  const memberships = await db.userEnterprise.findMany({
    where: { userId: viewer.userId, enterpriseId: { in: [...viewer.enterpriseIds] } },
    orderBy: { id: "asc" },
    select: { enterpriseId: true, firmAdmin: true },
  });
  const acting = memberships.find(({ enterpriseId }) => enterpriseId === chosen) ?? memberships[0];
  if (!acting) return null;
  const { enterpriseId, firmAdmin } = acting;
  return { viewer: mintViewer({ ...viewer, enterpriseIds: [enterpriseId] }), enterpriseId, firmAdmin };
});

/** A firm's own people who come to a page of the office's frame are led to where their room has the same. */
export async function leadFirm(to: string): Promise<void> {
  const { enterpriseIds } = await requireViewer();
  if (enterpriseIds !== null) redirect(to);
}

/**
 * The firm that the person at the portal acts for. Whoever acts for none is led to where they may say for which;
 * the office goes to its own home.
 */
export async function requireFirm(): Promise<Firm> {
  const firm = await getFirm();
  if (firm) return firm;
  const { enterpriseIds } = await requireViewer();
  redirect(enterpriseIds === null ? "/" : "/portal/users/claim");
}
