import { z } from "zod";

/** The place in a list, opaque to callers: which page, and of what size, so that pages never overlap. */
type Place = { page: number; limit: number };

const placeSchema = z.tuple([z.number().int().min(1).max(100_000), z.number().int().min(1).max(200)]);

const MAX_LIMIT = 200;
const USUAL_LIMIT = 50;

/** The parameters that every list takes. */
export const listQuery = {
  cursor: z
    .string()
    .max(100)
    .refine((cursor) => readCursor(cursor) !== null, "api.errors.cursor")
    .optional(),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(USUAL_LIMIT),
};

/** Where a list goes on: the cursor's own place, else the beginning at the asked size. */
export function toPlace({ cursor, limit }: { cursor?: string; limit: number }): Place {
  return (cursor && readCursor(cursor)) || { page: 1, limit };
}

/** The cursor of the page after this one, or null at the end. */
export function toNextCursor({ page, limit }: Place, total: number): string | null {
  if (page * limit >= total) return null;
  return Buffer.from(JSON.stringify([page + 1, limit])).toString("base64url");
}

function readCursor(cursor: string): Place | null {
  try {
    const [page, limit] = placeSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { page, limit };
  } catch {
    return null;
  }
}
