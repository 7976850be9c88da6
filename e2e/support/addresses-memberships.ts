import { type Address, firm, firmWriters, office, page } from "./address";

/** Who acts for a firm: the office's side and the firm's. */
export const membershipAddresses: Address[] = [
  page("/memberships", office),
  page("/memberships/new", office, "/memberships/new?enterprise={enterprise}"),
  page("/memberships/[id]", office, "/memberships/{joinRequest}"),
  page("/memberships/[id]/refuse", office, "/memberships/{joinRequest}/refuse"),
  page("/enterprises/[id]/users", firmWriters, "/enterprises/{enterprise}/users"),
  page("/portal", firm),
  page("/portal/returns", firm),
  page("/portal/returns/[id]", firm, "/portal/returns/{return}"),
  page("/portal/notifications", firm),
  page("/portal/users", firm),
  page("/portal/users/new", firm),
  page("/portal/users/claim", firm),
];
