import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireViewer } from "./session";
import type { Viewer } from "./viewer";

/**
 * A record with who asks for it, under its own name: asked for by a page, its title and its header, fetched once a
 * request. One out of reach is not found.
 */
export function finder<Name extends string, Args extends [id: string, ...rest: unknown[]], Row>(
  name: Name,
  get: (viewer: Viewer, ...args: Args) => Promise<Row | null>,
) {
  return cache(async (...args: Args) => {
    const viewer = await requireViewer();
    const row = await get(viewer, ...args);
    if (!row) notFound();
    // A computed key is typed as any string; this one is the name given.
    return { viewer, [name]: row } as { viewer: Viewer } & Record<Name, NonNullable<Row>>;
  });
}
