import type { Viewer } from "@/lib/platform/auth/viewer";

/** Who asks by session in a database test: outside Next no request carries one, so a test says who. Nobody at first. */
export const signedIn: { viewer: Viewer | null } = { viewer: null };
