import "server-only";
import { mailSettings } from "../env/env";

/** Whether a mail server is set: without one, mails are kept. */
export function sendsMail(): boolean {
  return mailSettings() !== null;
}
