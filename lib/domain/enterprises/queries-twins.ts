import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { toCivilOrNull } from "@/lib/platform/dates/civil";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { toSimplified } from "@/lib/platform/names/simplified";
import { assertCan } from "../permissions";
import { toNameKey } from "./rules";
import type { TwinInput } from "./schema";
import { enterpriseScope } from "./scope";

/** As many as can be looked at one by one. */
const SHOWN = 5;

export type Twin = Awaited<ReturnType<typeof listTwins>>[number];

/**
 * The firms within reach that a new one may be: by identifier it is that firm; by a former one, by the key of
 * either name or by a name that it had, it is a question. Never by an empty key.
 */
export async function listTwins(viewer: Viewer, firm: TwinInput, on: Db = db) {
  assertCan(viewer, "enterprises.read");
  const keys = [firm.nameZh, firm.nameEn].map((name) => toNameKey(name, toSimplified).slice(0, 200));
  const named = [...new Set(keys)].filter(Boolean);
  const same: Prisma.EnterpriseWhereInput[] = [{ nameKeyZh: { in: named } }, { nameKeyEn: { in: named } }];
  const typed = [firm.nameZh, firm.nameEn].filter((name) => name !== null);
  if (typed.length > 0) same.push({ formerNames: { hasSome: typed } });
  // By their ids, so that each part of the question has an index: a join in it would look at every firm.
  if (firm.identifier) same.push({ id: { in: await listHolders(on, firm.identifier) } });
  const rows = await on.enterprise.findMany({
    where: { AND: [enterpriseScope(viewer), { mergedIntoId: null, OR: same }] },
    select: {
      id: true,
      sortZh: true,
      nameZh: true,
      nameEn: true,
      country: true,
      endedOn: true,
      identifiers: { where: { former: false }, select: { value: true }, orderBy: { value: "asc" } },
    },
  });
  // Put in order here: asked for the first few in order, the database walks all firms in that order to find them.
  const first = rows.sort((a, b) => (a.sortZh < b.sortZh ? -1 : 1)).slice(0, SHOWN);
  return first.map(({ identifiers, endedOn, sortZh: _, ...row }) => {
    const values = identifiers.map(({ value }) => value);
    return {
      ...row,
      endedOn: toCivilOrNull(endedOn),
      identifiers: values,
      certain: firm.identifier !== null && values.includes(firm.identifier),
    };
  });
}

async function listHolders(on: Db, value: string): Promise<string[]> {
  const rows = await on.enterpriseIdentifier.findMany({ where: { value }, select: { enterpriseId: true } });
  return rows.map(({ enterpriseId }) => enterpriseId);
}
