/**
 * What is typed and not yet saved, kept by the browser until it is saved or given up, so that a lost session, a
 * wrong click, a reload or a closed tab loses nothing. It never leaves this computer; each person has their own, and
 * after a week it is gone.
 */
const PREFIX = "draft:";
const NAME = "name:";
const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;

export function readDraft(key: string): unknown {
  try {
    const place = placeOf(key);
    return place ? readPlace(place) : null;
  } catch {
    return null;
  }
}

export function keepDraft(key: string, values: unknown): void {
  try {
    const place = placeOf(key);
    if (place) localStorage.setItem(place, JSON.stringify({ at: Date.now(), values }));
  } catch {
    // A full or forbidden store: the form still works, without this safety.
  }
}

export function forgetDraft(key: string): void {
  try {
    const place = placeOf(key);
    if (!place) return;
    localStorage.removeItem(place);
    forgetNames();
  } catch {
    // As above.
  }
}

/** A draft brings an id back; what it is called has to come back with it. */
export function keepName(id: string, name: string): void {
  keepDraft(NAME + id, name);
}

export function readName(id: string): string | null {
  const name = readDraft(NAME + id);
  return typeof name === "string" ? name : null;
}

/** Names that no draft of this person needs any longer. */
function forgetNames(): void {
  const [own, names] = [placeOf(""), placeOf(NAME)];
  if (!own || !names) return;
  const places = Object.keys(localStorage).filter((place) => place.startsWith(own));
  const drafts = places
    .filter((place) => !place.startsWith(names))
    .map((place) => localStorage.getItem(place));
  for (const place of places) {
    if (!place.startsWith(names)) continue;
    const id = JSON.stringify(place.slice(names.length));
    if (!drafts.some((draft) => draft?.includes(id))) localStorage.removeItem(place);
  }
}

/** All of this person's drafts, and whatever anybody left here too long ago. */
export function forgetDrafts(): void {
  const own = placeOf("");
  forgetWhere((place) => (own !== null && place.startsWith(own)) || readPlace(place) === null);
}

/** What anybody left here too long ago. */
export function forgetOldDrafts(): void {
  forgetWhere((place) => readPlace(place) === null);
}

function forgetWhere(due: (place: string) => boolean): void {
  try {
    for (const place of Object.keys(localStorage)) {
      if (place.startsWith(PREFIX) && due(place)) localStorage.removeItem(place);
    }
  } catch {
    // As above.
  }
}

function readPlace(place: string): unknown {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? "null");
    return kept && Date.now() - kept.at < KEPT_FOR ? kept.values : null;
  } catch {
    return null;
  }
}

/** By the person's id: another one at this computer never sees it. Nobody signed in, and nothing is kept. */
function placeOf(key: string): string | null {
  const viewer = document.querySelector<HTMLElement>("[data-viewer]")?.dataset.viewer;
  return viewer ? `${PREFIX}${viewer}:${key}` : null;
}
