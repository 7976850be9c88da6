import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import type { Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { conflict } from "@/lib/platform/errors/app-error";
import type { ChangeRequestFieldRow } from "./dto";
import { type FieldValue, isSame } from "./rules";
import { tellOffice } from "./service-tell";

export type Asked = { field: string; before: FieldValue; after: FieldValue; attachmentId?: string | null };
type Asking = {
  enterpriseId: string;
  milestoneId?: string;
  commitmentId?: string;
  /** Of the record that it is about, as the asker saw it. */
  baseVersion: number;
  /** Of the request under way, as the asker saw it; 0 for none, nothing where it was not looked at. */
  requestVersion?: number | null;
  note: string | null;
  /** Of the office, to whom a new request goes. */
  ownerId: string | null;
};

/**
 * Asks for some fields: a new request, or the one under way is changed. A field that asks for what stands already is
 * taken out of it. A request that was sent back is sent again, unless one of its other fields is stale.
 * @throws AppError CONFLICT where nothing is asked, or a colleague has changed the request meanwhile
 */
export async function keepAsked(tx: Tx, viewer: Viewer, asking: Asking, asked: Asked[]) {
  const { enterpriseId, milestoneId = null, commitmentId = null, note, baseVersion } = asking;
  const standing = await tx.changeRequest.findFirst({
    where: { enterpriseId, milestoneId, commitmentId, state: { in: ["OPEN", "RETURNED"] } },
    select: { id: true, version: true, fields: true, comment: true, note: true },
  });
  const { requestVersion } = asking;
  if (requestVersion != null && requestVersion !== (standing?.version ?? 0)) {
    throw conflict("change-requests.errors.changedMeanwhile");
  }
  const wanted = asked.filter(({ before, after }) => !isSame(before, after));
  const asker = { askedById: viewer.userId, askedByName: viewer.name, baseVersion, note };
  if (!standing) {
    if (wanted.length === 0) throw conflict("change-requests.errors.nothing");
    const { ownerId } = asking;
    const created = await tx.changeRequest.create({
      data: { enterpriseId, milestoneId, commitmentId, ownerId, ...asker },
      select: { id: true, version: true },
    });
    for (const one of wanted) await keepField(tx, created.id, one);
    await tellOffice(tx, created.id);
    return created;
  }
  const { id, version } = standing;
  const about = new Set(asked.map(({ field }) => field));
  const dropped = standing.fields.filter(
    ({ field, decision }) =>
      about.has(field) && decision === null && !wanted.some((one) => one.field === field),
  );
  if (wanted.length === 0 && dropped.length === 0) throw conflict("change-requests.errors.nothing");
  const gone = dropped.map((field) => field.id);
  if (gone.length > 0) await tx.changeRequestField.deleteMany({ where: { id: { in: gone } } });
  for (const one of wanted) await keepField(tx, id, one);
  const left = await tx.changeRequestField.findMany({
    where: { requestId: id },
    select: { stale: true, decision: true },
  });
  const state = stateOf(left);
  const updated = await updateVersion(
    tx,
    tx.changeRequest,
    { id, version },
    {
      ...asker,
      note: note ?? standing.note,
      state,
      askedAt: new Date(),
      comment: state === "OPEN" ? null : standing.comment,
    },
  );
  if (state === "OPEN") await tellOffice(tx, id);
  return updated;
}

/** What a request is after some of its fields went: nothing to decide ends it. */
export function stateOf(fields: Pick<ChangeRequestFieldRow, "stale" | "decision">[]) {
  const open = fields.filter(({ decision }) => decision === null);
  if (open.some(({ stale }) => stale)) return "RETURNED" as const;
  if (open.length > 0) return "OPEN" as const;
  return fields.length > 0 ? ("DECIDED" as const) : ("WITHDRAWN" as const);
}

async function keepField(tx: Tx, requestId: string, { field, before, after, attachmentId }: Asked) {
  const data = {
    before: toJson(before),
    after: toJson(after),
    attachmentId: attachmentId ?? null,
    stale: false,
    decision: null,
    comment: null,
  };
  await tx.changeRequestField.upsert({
    where: { requestId_field: { requestId, field } },
    create: { requestId, field, ...data },
    update: data,
    select: { id: true },
  });
}

/** Nothing is kept as nothing, and everything else as the JSON that it is. */
export function toJson(value: FieldValue) {
  return value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue);
}
