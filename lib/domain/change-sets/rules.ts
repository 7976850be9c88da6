/** What a change set did, in so far as undoing it depends on it. */
export type Undoable = { verb: string; actorId: string | null; undone: boolean };

/**
 * Accounts and credentials are not put back: a secret that is gone is gone, and a suspension is lifted by hand. Nor is
 * what was purged, or that names were seen.
 */
const NEVER = /^((users|tokens|name-openings|jobs)\.|employees\.purge$)/;

/**
 * Where one part without the others would be wrong: a unit's successors, two firms made one, and what moved; or would
 * surprise, as what a firm said of itself in one go.
 */
const WHOLE =
  /^(units\.(split|merge|remeasure|changeAvailability)|enterprises\.merge|change-requests\.editFree)$/;

/** What a firm changed by itself, live at once: its own people take it back, and the office that reaches the firm. */
export const FREE_EDIT = "change-requests.editFree";

/** The firm is told why the office put back what it had changed; of its own slips nobody owes a reason. */
export const asksReason = (verb: string, byFirm: boolean): boolean => verb === FREE_EDIT && !byFirm;

export function isUndoable({ verb, undone }: Pick<Undoable, "verb" | "undone">): boolean {
  return !undone && !NEVER.test(verb);
}

export function isUndoneWhole(verb: string): boolean {
  return WHOLE.test(verb);
}
