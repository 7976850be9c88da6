import "server-only";
import { createHash } from "node:crypto";
import { type Viewer, viewerRequesting } from "../auth/viewer";
import { findRequest } from "../change-sets/requests";
import { invalid } from "../errors/app-error";
import { ApiRefusal } from "./problem";

export const REPLAYED = { "idempotency-replayed": "true" };

type Asked = { request: Request; body: object; status: number };

/**
 * Does a write once for the key that its sender gave it, however often it is sent: later ones get the first answer.
 * @param write does it as the viewer it is given, who carries the key into the transaction
 * @param again answers the record of a write that was done before
 */
export async function once(
  viewer: Viewer,
  { request, body, status }: Asked,
  write: (viewer: Viewer) => Promise<Response>,
  again: (recordId: string, status: number) => Promise<Response>,
): Promise<Response> {
  const key = request.headers.get("idempotency-key");
  if (key === null) return write(viewer);
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw invalid({ "Idempotency-Key": "api.errors.key" });
  const hash = hashOf(request, body);
  const first = await replay();
  if (first) return first;
  try {
    return await write(viewerRequesting(viewer, { key, hash, status }));
  } catch (refused) {
    // Its twin may have been first: then there is an answer by now.
    const twin = await replay();
    if (twin) return twin;
    throw refused;
  }

  async function replay(): Promise<Response | null> {
    const stored = key === null ? null : await findRequest(viewer, key);
    if (!stored) return null;
    if (stored.requestHash !== hash) throw new ApiRefusal("KEY_REUSED", "api.errors.keyReused");
    return stored.recordId ? again(stored.recordId, stored.status) : null;
  }
}

function hashOf({ method, url, headers }: Request, body: object): string {
  const parts = [method, new URL(url).pathname, headers.get("if-match"), body];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
