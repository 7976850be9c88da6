import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { db } from "@/lib/platform/db/client";
import * as mail from "@/lib/platform/mail/settings";
import { resetDatabase } from "@/lib/testing/database";
import { system } from "@/lib/testing/factories";
import { getMail } from "./queries";
import { queueMails, retryMail } from "./service";

beforeAll(() => void vi.spyOn(mail, "sendsMail").mockReturnValue(false));
afterAll(() => void vi.restoreAllMocks());
beforeEach(resetDatabase);

it("without a mail server a mail is kept from the first, and cannot be tried", async () => {
  const to = { key: "k", userId: null, address: "a@firm.example", locale: "en" as const };
  const about = { kind: "JOIN_CONFIRMED" as const, params: { firm: "A firm" }, href: "/portal" };
  await db.$transaction((tx) => queueMails(tx, [{ ...to, ...about }]));
  const { id, state } = await db.mail.findFirstOrThrow();
  expect(state).toBe("KEPT");
  expect((await getMail(system, id))?.can.retry).toBe(false);
  await expect(retryMail(system, { id })).rejects.toMatchObject({ message: "mails.errors.noServer" });
});
