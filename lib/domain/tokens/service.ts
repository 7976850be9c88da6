import "server-only";
import { hashToken, newToken } from "@/lib/platform/auth/token";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { notFound } from "@/lib/platform/errors/app-error";
import { inChangeSet } from "../in-change-set";
import type { CreateTokenInput, RevokeTokenInput } from "./schema";

/**
 * A bearer token of a role, to read with, or to write as well. It speaks for the person named, else for the first
 * active person of that role, else for a service account made for it: an account without a password, so that nobody
 * signs in with it.
 * @returns the token itself, this one time
 */
export async function createToken(viewer: Viewer, { name, role, userId, mayWrite }: CreateTokenInput) {
  return inChangeSet(viewer, "tokens.create", null, async (tx) => {
    const person =
      (await tx.user.findFirst({
        where: userId
          ? { id: userId }
          : { role, status: "ACTIVE", ...(role === "OFFICER" ? { allParks: true } : {}) },
        orderBy: { createdAt: "asc" },
        select: { id: true },
      })) ?? (userId ? null : await createServiceAccount(name, role));
    if (!person) throw notFound();
    const token = newToken();
    const { id } = await tx.apiToken.create({
      data: { name, role, mayWrite, userId: person.id, tokenHash: hashToken(token), hint: token.slice(-4) },
      select: { id: true },
    });
    return { id, token };

    async function createServiceAccount(label: string, as: CreateTokenInput["role"]) {
      const email = `${as.toLowerCase()}.service@tenantry.invalid`;
      return tx.user.create({
        data: { email, name: label, role: as, status: "ACTIVE" },
        select: { id: true },
      });
    }
  });
}

/** Revokes a token; it is dead at the next request. */
export async function revokeToken(viewer: Viewer, { id }: RevokeTokenInput) {
  return inChangeSet(viewer, "tokens.revoke", null, async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw notFound();
    return { id };
  });
}
