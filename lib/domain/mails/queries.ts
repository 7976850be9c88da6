import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type Db, db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/errors/app-error";
import { sendsMail } from "@/lib/platform/mail/settings";
import { literally } from "@/lib/platform/paging/containing";
import { offsetOf, type Page } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";
import { assertCan, can } from "../permissions";
import { type MailDto, mailSelect, toMail, toWholeMail, wholeMailSelect } from "./dto";
import type { MailListParams } from "./schema";
import { mailScope } from "./scope";

/** The outbox, a page of it: what was sent, what waits, what was given up, what is kept for want of a server. */
export async function listMails(viewer: Viewer, params: MailListParams): Promise<Page<MailDto>> {
  assertCan(viewer, "mails.read");
  const contains = { contains: literally(params.query), mode: "insensitive" } as const;
  const where: Prisma.MailWhereInput = {
    AND: [
      mailScope(viewer),
      params.state ? { state: params.state } : {},
      params.kind ? { kind: params.kind } : {},
      params.query ? { OR: [{ address: contains }, { subject: contains }] } : {},
    ],
  };
  const direction = params.sort.descending ? "desc" : "asc";
  const [rows, total] = await Promise.all([
    db.mail.findMany({
      where,
      select: mailSelect,
      orderBy: [{ [params.sort.field]: direction }, { id: direction }],
      skip: offsetOf(params),
      take: params.pageSize,
    }),
    db.mail.count({ where }),
  ]);
  return { rows: rows.map(toMail), total };
}

/** One mail with its words, and whether it may be tried again; null out of reach. */
export async function getMail(viewer: Viewer, id: string) {
  assertCan(viewer, "mails.read");
  if (!isId(id)) return null;
  const row = await db.mail.findFirst({
    where: { AND: [mailScope(viewer), { id }] },
    select: wholeMailSelect,
  });
  if (!row) return null;
  const waits = row.state === "FAILED" || row.state === "KEPT";
  return { ...toWholeMail(row), can: { retry: waits && can(viewer, "mails.retry") && sendsMail() } };
}

/** @throws AppError NOT_FOUND */
export async function findMailInScope(on: Db, viewer: Viewer, id: string) {
  const row = await on.mail.findFirst({
    where: { AND: [mailScope(viewer), { id }] },
    select: { id: true, state: true },
  });
  if (!row) throw notFound();
  return row;
}

/** How many mails wait and are due. For the timetable, which knows no viewer. */
export async function countDueMails(now: Date = new Date()): Promise<number> {
  return db.mail.count({ where: { state: "QUEUED", nextAt: { lte: now } } });
}
