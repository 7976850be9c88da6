import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Tx } from "@/lib/platform/db/client";
import { assertEnterprisesInScope } from "../enterprises/queries";
import type { PartnerInput } from "./schema";

/** The firms among them are within reach. @throws AppError NOT_FOUND */
export async function assertPartners(tx: Tx, viewer: Viewer, partners: PartnerInput[]): Promise<void> {
  const firms = partners.flatMap(({ enterpriseId }) => enterpriseId ?? []);
  if (firms.length > 0) await assertEnterprisesInScope(tx, viewer, firms);
}

/** As rows, in their order; a firm of the zone has its own names. */
export function toPartners(partners: PartnerInput[]) {
  return partners.map(({ country, nameZh, nameEn, ...partner }, position) => ({
    ...partner,
    position,
    nameZh: partner.enterpriseId ? null : nameZh,
    nameEn: partner.enterpriseId ? null : nameEn,
    country: country?.toUpperCase() ?? null,
  }));
}

/** Those that are given, and no others. What stands as it is given is not written anew. */
export async function replacePartners(
  tx: Tx,
  viewer: Viewer,
  projectId: string,
  partners: PartnerInput[],
): Promise<void> {
  await assertPartners(tx, viewer, partners);
  const wanted = toPartners(partners);
  const standing = await tx.projectPartner.findMany({
    where: { projectId },
    select: {
      id: true,
      enterpriseId: true,
      nameZh: true,
      nameEn: true,
      role: true,
      country: true,
      position: true,
    },
  });
  const keyOf = ({ id: _, ...row }: { id?: string } & (typeof wanted)[number]) =>
    JSON.stringify([row.enterpriseId, row.nameZh, row.nameEn, row.role, row.country, row.position]);
  const keys = new Set(wanted.map(keyOf));
  const kept = new Set(standing.map(keyOf));
  const gone = standing.filter((row) => !keys.has(keyOf(row))).map(({ id }) => id);
  if (gone.length > 0) await tx.projectPartner.deleteMany({ where: { id: { in: gone } } });
  const fresh = wanted.filter((row) => !kept.has(keyOf(row)));
  if (fresh.length > 0) {
    await tx.projectPartner.createMany({ data: fresh.map((row) => ({ ...row, projectId })) });
  }
}
