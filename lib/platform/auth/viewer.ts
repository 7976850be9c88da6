import "server-only";
import type { ChangeVia, Role } from "../db/generated/enums";
import { AppError } from "../errors/app-error";

declare const minted: unique symbol;

/** Who asks. Only a session, a token or the system itself can mint one (see mintViewer's callers). */
export type Viewer = {
  readonly [minted]: true;
  /** Null for the system itself. */
  readonly userId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly locale: "en" | "zh";
  readonly via: ChangeVia;
  /** Parks within reach; null means all. Empty for enterprise users, who reach by firm. */
  readonly parkIds: readonly string[] | null;
  /** Firms that an enterprise user acts for; null for everyone else. */
  readonly enterpriseIds: readonly string[] | null;
  /** How many notices the person has not read; known of a session alone, for the bell. */
  readonly unread?: number;
  /** Whether finding out who asks has also looked if what hardly changes has changed (cache/settled.ts): of a session alone. */
  readonly looked?: true;
  /** Comes with a token that was made for reading alone. */
  readonly readsOnly?: boolean;
  /** The key of a write that its sender may send again; kept in the write's own transaction. */
  readonly request?: { key: string; hash: string; status: number };
};

export type ViewerFacts = Omit<Viewer, typeof minted>;

/** Turns facts read from the database at this request into a Viewer. Called in platform/auth alone. */
export function mintViewer(facts: ViewerFacts): Viewer {
  return facts as Viewer;
}

/** @throws AppError FORBIDDEN for a token that reads alone, whatever its role may */
export function assertWrites({ readsOnly }: Viewer): void {
  if (readsOnly) throw new AppError("FORBIDDEN", "api.errors.readsOnly");
}

/** Whether all of the zone is within reach. What belongs to no park is written by those alone for whom it is. */
export function reachesZone({ parkIds, enterpriseIds }: Viewer): boolean {
  return parkIds === null && enterpriseIds === null;
}

/** @throws AppError FORBIDDEN for an officer limited to parks, and for a firm's own people */
export function assertReachesZone(viewer: Viewer): void {
  if (!reachesZone(viewer)) throw new AppError("FORBIDDEN", "errors.wholeZone");
}

/** The same person, writing from another place (an import, an approval). */
export function viewerVia(viewer: Viewer, via: ChangeVia): Viewer {
  return mintViewer({ ...viewer, via });
}

/** The same person, with a write that is done once for its key. */
export function viewerRequesting(viewer: Viewer, request: NonNullable<Viewer["request"]>): Viewer {
  return mintViewer({ ...viewer, request });
}

/** The installation itself: the sample zone, scheduled work, the first administrator; or what it does for somebody. */
export function systemViewer(name: string, userId: string | null = null): Viewer {
  return mintViewer({
    userId,
    name,
    email: null,
    role: "ADMIN",
    locale: "en",
    via: "SYSTEM",
    parkIds: null,
    enterpriseIds: null,
  });
}
