import { retryMail } from "@/lib/domain/mails/service";
import { notify } from "@/lib/domain/notifications/service";
import {
  chooseWays,
  closeCalendar,
  markRead,
  openCalendar,
} from "@/lib/domain/notifications/service-choices";
import { newId } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import { unique } from "../factories";
import type { Attempts } from "./types";

/** A mail that was given up. */
async function failedMail(): Promise<string> {
  const id = newId();
  const words = { subject: "Subject", text: "Text", html: "<p>Text</p>" };
  const to = { address: "somebody@test.example", locale: "en", kind: "RETURN_OPENED" as const };
  await db.mail.create({ data: { ...{ id, key: unique("mail"), state: "FAILED" }, ...to, ...words } });
  return id;
}

/** The services of mails and notifications. */
export const noticeAttempts: Attempts = {
  retryMail: {
    verb: "mails.retry",
    prepare: async () => {
      const id = await failedMail();
      return (viewer) => retryMail(viewer, { id });
    },
  },
  markRead: {
    verb: "notifications.markRead",
    prepare: async (by) => {
      const about = { params: { round: "Q3", firm: "A firm" }, href: "/", key: unique("notice") };
      const notice = { kind: "RETURN_ACCEPTED" as const, ...about };
      await db.$transaction((tx) => notify(tx, { ...notice, userIds: by.userId ? [by.userId] : [] }));
      return (viewer) => markRead(viewer, { id: null });
    },
  },
  chooseWays: {
    verb: "notifications.choose",
    prepare: async () => (viewer) => chooseWays(viewer, { ways: { RETURN_SUBMITTED: "DIGEST" } }),
  },
  openCalendar: {
    verb: "notifications.openCalendar",
    prepare: async () => (viewer) => openCalendar(viewer),
  },
  closeCalendar: {
    verb: "notifications.closeCalendar",
    prepare: async (by) => {
      await openCalendar(by);
      return (viewer) => closeCalendar(viewer);
    },
  },
};
