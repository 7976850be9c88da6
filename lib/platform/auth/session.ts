import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { currentLocale } from "../i18n/translator";
import { loadViewer } from "./load";
import { readSessionToken } from "./session-token";
import { mintViewer, type Viewer } from "./viewer";

/** Who asks, or null. One look at the database a request, however often it is asked. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const session = await readSessionToken();
  if (!session) return null;
  const viewer = await loadViewer(session.userId, "FORM", session);
  // The language of this very screen: it decides what names sort by.
  return viewer && mintViewer({ ...viewer, locale: await currentLocale(), looked: true });
});

/** Who asks; whoever is not signed in goes to the sign-in page and comes back afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  const path = (await headers()).get("x-path") ?? "/";
  redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}
