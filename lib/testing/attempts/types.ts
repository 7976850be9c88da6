import type { Verb } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";

/** A write that would succeed for whoever may do it. */
export type Attempt = (viewer: Viewer) => Promise<object>;

/** Services by name: the verb each asks for, and what makes the rows that it will write to. */
export type Attempts = Record<string, { verb: Verb; prepare: (by: Viewer) => Promise<Attempt> }>;
