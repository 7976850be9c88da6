import type { SampleRole } from "./sign-in";

/** Who an address answers; everybody else gets a refusal that says nothing. */
type Readers = readonly SampleRole[];

export const admin: Readers = ["ADMIN"];
export const firm: Readers = ["ENTERPRISE"];
export const office: Readers = ["ADMIN", "OFFICER"];
export const staff: Readers = ["ADMIN", "OFFICER", "MANAGER"];
export const figures: Readers = ["ADMIN", "OFFICER", "MANAGER", "VIEWER"];
export const rebaseliners: Readers = ["ADMIN", "MANAGER"];
/** Everybody with named rows in reach: a firm reads its own. */
export const insiders: Readers = ["ADMIN", "OFFICER", "MANAGER", "ENTERPRISE"];
/** The office, and a firm's own people for their firm. */
export const firmWriters: Readers = ["ADMIN", "OFFICER", "ENTERPRISE"];
export const everyone: Readers = ["ADMIN", "OFFICER", "MANAGER", "ENTERPRISE", "VIEWER"];

export type Address = {
  /** The file's own place under app/, without its group: `/leases/[id]/edit`. */
  route: string;
  /** An address of it. `{lease}` and the like are ids of the sample's own records. */
  path: string;
  readers: Readers;
  /** A page is also checked for accessibility; data are files and figures; a form is sent, not read. */
  kind: "page" | "data" | "form";
};

export const page = (route: string, readers: Readers, path = route): Address => ({
  route,
  path,
  readers,
  kind: "page",
});
export const data = (route: string, readers: Readers, path = route): Address => ({
  route,
  path,
  readers,
  kind: "data",
});

export const form = (route: string, readers: Readers, path = route): Address => ({
  route,
  path,
  readers,
  kind: "form",
});
