import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { currentLocale } from "../i18n/translator";
import { loadViewer } from "./load";
import { authOptions } from "./options";
import { mintViewer, type Viewer } from "./viewer";

type Token = { sub?: string; sv?: number };

/** Who asks, or null. One look at the database a request, however often it is asked. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const options = authOptions();
  let token: Token = {};
  // The session callback is the only place where next-auth shows the token's own claims on the server.
  const session = await getServerSession({
    ...options,
    callbacks: {
      ...options.callbacks,
      session: (params) => {
        token = params.token as Token;
        return params.session;
      },
    },
  });
  if (!session || !token.sub || token.sv === undefined) return null;
  const viewer = await loadViewer(token.sub, "FORM", { sessionVersion: token.sv });
  // The language of this very screen: it decides what names sort by.
  return viewer && mintViewer({ ...viewer, locale: await currentLocale() });
});

/** Who asks; whoever is not signed in goes to the sign-in page and comes back afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  const path = (await headers()).get("x-path") ?? "/";
  redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}
