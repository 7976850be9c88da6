import "server-only";
import type { Viewer } from "../auth/viewer";
import type { Prisma } from "../db/generated/client";
import { changedSince, type Look, type Seen } from "./changed-since";

/** What hardly ever changes and nearly every page asks for; each has its history in `changes`. */
const SETTLED_TABLES = ["parks", "zone", "custom_fields", "custom_field_options"] as const;

/** Answers kept at once: roles, languages and officers' parks, for a few questions each. */
const MOST_ENTRIES = 300;

/** Whatever is in it was read after it was made, so it holds for as long as none of the tables is written. */
let kept = new Map<string, Promise<unknown>>();
/** A moment for which all that is kept holds. */
let seen: Seen | null = null;

/** For the statement that finds out who asks, which each page begins with: whether what is kept still holds. */
export function lookAtSettled(): Prisma.Sql {
  return changedSince(seen, SETTLED_TABLES);
}

/** What that statement saw. Answers may come in any order: an older one only has more looked at again. */
export function noteSettled({ snapshot, anchor, changed }: Look): void {
  if (changed) forgetSettled();
  seen = { snapshot, anchor };
}

/** After a write of this process, which goes on to read in the same request. */
export function forgetSettled(): void {
  kept = new Map();
}

/**
 * A question that is asked of the database once for as long as nothing that it reads is written. It is looked at in
 * the very statement that finds out who asks, so it costs a page no round trip, and instances cannot differ. Whoever
 * comes without that look (a token, a job, the system) is answered by the database.
 *
 * Answers are shared by all of one role, language and reach, by which alone they may differ: take them as read-only.
 */
export function settled<Args extends unknown[], Answer>(
  name: string,
  ask: (viewer: Viewer, ...args: Args) => Promise<Answer>,
): (viewer: Viewer, ...args: Args) => Promise<Answer> {
  return (viewer, ...args) => {
    if (!viewer.looked || viewer.enterpriseIds !== null) return ask(viewer, ...args);
    const key = JSON.stringify([name, viewer.role, viewer.locale, viewer.parkIds, args]);
    const known = kept.get(key);
    if (known) return known as Promise<Answer>;
    const answer = ask(viewer, ...args);
    const mine = kept;
    if (mine.size >= MOST_ENTRIES) mine.clear();
    mine.set(key, answer);
    answer.catch(() => mine.delete(key));
    return answer;
  };
}
