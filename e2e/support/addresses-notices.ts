import { type Address, admin, everyone, page } from "./address";

/** What people are told, and what was mailed. */
export const noticeAddresses: Address[] = [
  page("/mails", admin),
  page("/mails/[id]", admin, "/mails/{mail}"),
  page("/notifications", everyone),
];
