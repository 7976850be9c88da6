import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's argon2id floor: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

// Verified for an unknown address, so that both answers take the same time. Of a random secret nobody has.
let decoy: Promise<string> | undefined;

/** Whether the password is right; as slow for a missing hash as for a wrong password. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const ok = await verify(stored ?? (await decoy), password.normalize("NFKC"));
  return ok && Boolean(stored);
}
