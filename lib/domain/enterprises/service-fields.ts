import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { conflict, invalid } from "@/lib/platform/errors/app-error";
import { toNameFields } from "./name-fields";
import type { findEnterpriseInScope } from "./queries";
import type { CreateEnterpriseInput, QualificationInput } from "./schema";
import { enterpriseScope } from "./scope";

/** Some of a firm's fields, as its input has them; what is left out stays. */
export type EnterpriseFields = Partial<
  Omit<CreateEnterpriseInput, "presences" | "custom" | "ownerId" | "branchOfId" | "tags" | "stage">
>;

/**
 * Writes some fields of a firm within a change set of whoever may: an approval, or the firm's own edit of what is
 * free. Names, matching, sorting and search follow as after any edit.
 * @throws AppError STALE; CONFLICT for an identifier that another firm has
 */
export async function writeEnterpriseFields(
  tx: Tx,
  viewer: Viewer,
  firm: Awaited<ReturnType<typeof findEnterpriseInScope>>,
  version: number,
  { identifiers, contacts, qualifications, ...input }: EnterpriseFields,
): Promise<{ id: string; version: number }> {
  const { id } = firm;
  if (identifiers) await assertIdentifiersFree(tx, viewer, id, identifiers);
  const names = toNameFields({ ...firm, ...input, identifiers: identifiers ?? firm.identifiers });
  const updated = await updateVersion(tx, tx.enterprise, { id, version }, { ...input, ...names });
  if (identifiers) await replaceRows(tx.enterpriseIdentifier, id, identifiers);
  if (contacts) await replaceRows(tx.enterpriseContact, id, contacts);
  if (qualifications) await writeQualifications(tx, id, qualifications);
  return updated;
}

/** An identifier that another firm has is named as such. @throws AppError CONFLICT at the identifier's value */
export async function assertIdentifiersFree(
  tx: Tx,
  viewer: Viewer,
  id: string,
  identifiers: CreateEnterpriseInput["identifiers"],
): Promise<void> {
  for (const [i, { type, value, former }] of identifiers.entries()) {
    if (former) continue;
    const holder = { identifiers: { some: { type, value, former: false } }, id: { not: id } };
    const other = await tx.enterprise.findFirst({
      where: { AND: [enterpriseScope(viewer), holder] },
      select: { nameZh: true, nameEn: true },
    });
    if (!other) continue;
    const name = encodeURIComponent(other.nameZh ?? other.nameEn ?? "");
    throw conflict("enterprises.errors.identifierTaken", {
      [`identifiers.${i}.value`]: `enterprises.errors.identifierOf?name=${name}`,
    });
  }
}

/**
 * A firm's qualifications as they shall be. Each keeps its row, so that the history shows what became of it.
 * @throws AppError INVALID at a paper that is none of the firm's own
 */
export async function writeQualifications(
  tx: Tx,
  enterpriseId: string,
  wanted: QualificationInput[],
): Promise<void> {
  await assertOwnPapers(tx, enterpriseId, wanted);
  const standing = await tx.enterpriseQualification.findMany({ where: { enterpriseId } });
  const kept = new Set(wanted.map(({ id }) => id));
  const gone = standing.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0) await tx.enterpriseQualification.deleteMany({ where: { id: { in: gone } } });
  for (const { id, validFrom, validTo, ...input } of wanted) {
    const data = { ...input, validFrom: toDay(validFrom), validTo: toDay(validTo) };
    const before = standing.find((row) => row.id === id);
    if (!before) {
      // The id under which it was asked for, where it was.
      const row = { ...data, enterpriseId, id: id ?? undefined };
      await tx.enterpriseQualification.create({ data: row, select: { id: true } });
    } else if (!isSame(before, data)) {
      await tx.enterpriseQualification.update({ where: { id: before.id }, data, select: { id: true } });
    }
  }
}

async function assertOwnPapers(tx: Tx, enterpriseId: string, wanted: QualificationInput[]): Promise<void> {
  const ids = wanted.flatMap(({ attachmentId }) => attachmentId ?? []);
  if (ids.length === 0) return;
  const own = await tx.attachment.findMany({
    where: { enterpriseId, id: { in: ids } },
    select: { id: true },
  });
  const known = new Set(own.map(({ id }) => id));
  const i = wanted.findIndex(({ attachmentId }) => attachmentId && !known.has(attachmentId));
  if (i >= 0) throw invalid({ [`qualifications.${i}.attachmentId`]: "enterprises.errors.paper" });
}

const toDay = (date: string | null) => (date ? fromCivil(toCivil(date)) : null);

function isSame(row: Record<string, unknown>, wanted: Record<string, unknown>): boolean {
  return Object.entries(wanted).every(([name, value]) => plain(row[name]) === plain(value));
}

const plain = (value: unknown) => (value instanceof Date ? value.getTime() : (value ?? null));

type Rows<Part> = {
  findMany(args: { where: { enterpriseId: string } }): Promise<({ id: string } & Record<string, unknown>)[]>;
  deleteMany(args: { where: { id: { in: string[] } } }): Promise<unknown>;
  createMany(args: { data: (Part & { enterpriseId: string })[] }): Promise<unknown>;
};

/** The rows of a firm that has none yet. */
export async function addRows<Part extends object>(
  model: Pick<Rows<Part>, "createMany">,
  enterpriseId: string,
  wanted: Part[],
): Promise<void> {
  if (wanted.length > 0) await model.createMany({ data: wanted.map((part) => ({ ...part, enterpriseId })) });
}

/** Replaces what differs, so that the history shows changes and not rewritten sameness. */
export async function replaceRows<Part extends object>(
  model: Rows<Part>,
  enterpriseId: string,
  wanted: Part[],
): Promise<void> {
  const keyOf = (row: Record<string, unknown>, like: object) =>
    JSON.stringify(
      Object.keys(like)
        .sort()
        .map((name) => row[name] ?? null),
    );
  const standing = await model.findMany({ where: { enterpriseId } });
  const left = [...wanted];
  const gone: string[] = [];
  for (const row of standing) {
    const i = left.findIndex((part) => keyOf(row, part) === keyOf(part as Record<string, unknown>, part));
    if (i >= 0) left.splice(i, 1);
    else gone.push(row.id);
  }
  if (gone.length > 0) await model.deleteMany({ where: { id: { in: gone } } });
  await addRows(model, enterpriseId, left);
}
