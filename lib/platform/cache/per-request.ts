import "server-only";
import { cache } from "react";

/**
 * What a page asks in several places, answered once a request. Beyond pages (a file being sent, a job) each call asks
 * anew.
 */
export function perRequest<Args extends unknown[], Answer>(ask: (...args: Args) => Promise<Answer>) {
  return cache(ask);
}
