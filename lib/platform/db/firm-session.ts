import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

/** Whose request this is, as the database is told it: the person, and the firms that they act for. */
export type FirmSession = { userId: string; enterpriseIds: readonly string[] };

type Request = { firm: FirmSession | null };

// Made where a request comes in (lib/platform/boot/serve.mjs), outside of what Next bundles: hence a global name.
const NAME = Symbol.for("tenantry.request");
const holder = globalThis as typeof globalThis & { [NAME]?: AsyncLocalStorage<Request> };

function requests(): AsyncLocalStorage<Request> {
  holder[NAME] ??= new AsyncLocalStorage<Request>();
  return holder[NAME];
}

/** From here on, this request reads as its firm's people may. Called as soon as it is known who asks. */
export function enterFirmSession(firm: FirmSession): void {
  const request = requests().getStore();
  if (request) request.firm = firm;
}

/** The firm's session that this request belongs to; null for the office, for jobs and commands. */
export function currentFirmSession(): FirmSession | null {
  return requests().getStore()?.firm ?? null;
}

/** As in a request of a firm's people. For tests, and for work that is done in their name. */
export function inFirmSession<T>(firm: FirmSession, work: () => Promise<T>): Promise<T> {
  return requests().run({ firm }, async () => await work());
}

/** What the installation itself must read in a firm's request: the secrets of whoever signs in, and no record. */
export function outsideFirmSession<T>(work: () => Promise<T>): Promise<T> {
  return requests().run({ firm: null }, async () => await work());
}
