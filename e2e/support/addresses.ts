import type { SampleRole } from "./sign-in";

/** Who an address answers; everybody else gets a refusal that says nothing. */
type Readers = readonly SampleRole[];

const admin: Readers = ["ADMIN"];
const firm: Readers = ["ENTERPRISE"];
const office: Readers = ["ADMIN", "OFFICER"];
const staff: Readers = ["ADMIN", "OFFICER", "MANAGER"];
const figures: Readers = ["ADMIN", "OFFICER", "MANAGER", "VIEWER"];
const rebaseliners: Readers = ["ADMIN", "MANAGER"];
/** Everybody with named rows in reach: a firm reads its own. */
const insiders: Readers = ["ADMIN", "OFFICER", "MANAGER", "ENTERPRISE"];
/** The office, and a firm's own people for their firm. */
const firmWriters: Readers = ["ADMIN", "OFFICER", "ENTERPRISE"];
const everyone: Readers = ["ADMIN", "OFFICER", "MANAGER", "ENTERPRISE", "VIEWER"];

export type Address = {
  /** The file's own place under app/, without its group: `/leases/[id]/edit`. */
  route: string;
  /** An address of it. `{lease}` and the like are ids of the sample's own records. */
  path: string;
  readers: Readers;
  /** A page is also checked for accessibility; data are files and figures; a form is sent, not read. */
  kind: "page" | "data" | "form";
};

const page = (route: string, readers: Readers, path = route): Address => ({
  route,
  path,
  readers,
  kind: "page",
});
const data = (route: string, readers: Readers, path = route): Address => ({
  route,
  path,
  readers,
  kind: "data",
});

const form = (route: string, readers: Readers, path = route): Address => ({
  route,
  path,
  readers,
  kind: "form",
});

/** Every address there is; the architecture test compares this with the routes that exist. */
export const addresses: Address[] = [
  page("/", everyone),
  page("/search", everyone, "/search?q=OH1"),
  data("/search/suggest", everyone, "/search/suggest?q=OH1"),
  page("/change-sets", staff),
  page("/password", everyone),
  page("/parks", staff),
  data("/parks/export", staff, "/parks/export?format=csv"),
  page("/parks/new", office),
  page("/parks/[id]", staff, "/parks/{park}"),
  page("/parks/[id]/edit", office, "/parks/{park}/edit"),
  page("/parks/[id]/close", office, "/parks/{park}/close"),
  page("/parks/[id]/history", staff, "/parks/{park}/history"),
  page("/buildings", staff),
  data("/buildings/export", staff, "/buildings/export?format=csv"),
  page("/buildings/new", office),
  page("/buildings/[id]", staff, "/buildings/{building}"),
  page("/buildings/[id]/units", staff, "/buildings/{building}/units"),
  page("/buildings/[id]/edit", office, "/buildings/{building}/edit"),
  page("/buildings/[id]/close", office, "/buildings/{building}/close"),
  page("/buildings/[id]/history", staff, "/buildings/{building}/history"),
  page("/units", insiders),
  data("/units/export", insiders, "/units/export?format=csv"),
  page("/units/new", office),
  page("/units/[id]", insiders, "/units/{unit}"),
  page("/units/[id]/edit", office, "/units/{unit}/edit"),
  page("/units/[id]/close", office, "/units/{unit}/close"),
  page("/units/[id]/[verb]", office, "/units/{unit}/split"),
  page("/units/[id]/[verb]", office, "/units/{unit}/merge"),
  page("/units/[id]/[verb]", office, "/units/{unit}/remeasure"),
  page("/units/[id]/[verb]", office, "/units/{unit}/availability"),
  page("/units/[id]/history", insiders, "/units/{unit}/history"),
  page("/enterprises", insiders),
  data("/enterprises/export", insiders, "/enterprises/export?format=csv"),
  page("/enterprises/new", office),
  page("/enterprises/duplicates", office),
  page("/enterprises/[id]", insiders, "/enterprises/{enterprise}"),
  page("/enterprises/[id]/edit", office, "/enterprises/{enterprise}/edit"),
  page("/enterprises/[id]/merge", office, "/enterprises/{enterprise}/merge"),
  page("/enterprises/[id]/close", office, "/enterprises/{enterprise}/close"),
  page("/enterprises/[id]/history", insiders, "/enterprises/{enterprise}/history"),
  page("/enterprises/[id]/leases", insiders, "/enterprises/{enterprise}/leases"),
  page("/enterprises/[id]/people", insiders, "/enterprises/{enterprise}/people"),
  page("/enterprises/[id]/projects", insiders, "/enterprises/{enterprise}/projects"),
  page("/enterprises/[id]/attachments", insiders, "/enterprises/{enterprise}/attachments"),
  data("/headcounts/export", insiders, "/headcounts/export?format=csv"),
  page("/headcounts/new", office, "/headcounts/new?enterprise={enterprise}"),
  page("/headcounts/[id]/edit", office, "/headcounts/{headcount}/edit"),
  page("/employees", insiders),
  page("/employees/declared", staff),
  data("/employees/export", insiders, "/employees/export?format=csv"),
  data("/employees/names/export", firm, "/employees/names/export?format=csv&enterprise={enterprise}"),
  page("/employees/new", office, "/employees/new?enterprise={enterprise}"),
  page("/employees/[id]", insiders, "/employees/{employee}"),
  page("/employees/[id]/edit", office, "/employees/{employee}/edit"),
  page("/employees/[id]/leave", office, "/employees/{employee}/leave"),
  page("/employees/[id]/history", office, "/employees/{employee}/history"),
  page("/name-openings", admin),
  page("/name-openings/new", office, "/name-openings/new?enterprise={enterprise}"),
  page("/jobs", admin),
  page("/leases", insiders),
  data("/leases/export", insiders, "/leases/export?format=csv"),
  page("/leases/new", office),
  page("/leases/log", office),
  page("/leases/[id]", insiders, "/leases/{lease}"),
  page("/leases/[id]/edit", office, "/leases/{lease}/edit"),
  page("/leases/[id]/history", insiders, "/leases/{lease}/history"),
  page("/leases/[id]/attachments", insiders, "/leases/{lease}/attachments"),
  page("/leases/[id]/[verb]", office, "/leases/{lease}/move-out"),
  page("/projects", insiders),
  data("/projects/export", insiders, "/projects/export?format=csv"),
  page("/projects/new", office),
  page("/projects/[id]", insiders, "/projects/{project}"),
  page("/projects/[id]/edit", office, "/projects/{project}/edit"),
  page("/projects/[id]/cancel", office, "/projects/{project}/cancel"),
  page("/projects/[id]/report", office, "/projects/{project}/report"),
  page("/projects/[id]/history", insiders, "/projects/{project}/history"),
  page("/projects/[id]/attachments", insiders, "/projects/{project}/attachments"),
  page("/milestones/new", office, "/milestones/new?project={project}"),
  page("/milestones/[id]/[verb]", office, "/milestones/{milestone}/forecast"),
  page("/milestones/[id]/[verb]", rebaseliners, "/milestones/{milestone}/rebaseline"),
  page("/milestones/[id]/attachments", insiders, "/milestones/{milestone}/attachments"),
  page("/attachments/[id]/edit", office, "/attachments/{attachment}/edit"),
  data("/attachments/[id]/file", insiders, "/attachments/{attachment}/file"),
  form("/attachments/upload/[owner]/[id]", firmWriters, "/attachments/upload/enterprises/{enterprise}"),
  form("/attachments/upload/[owner]/[id]", office, "/attachments/upload/leases/{lease}"),
  form("/attachments/upload/[owner]/[id]", office, "/attachments/upload/projects/{project}"),
  form("/attachments/upload/[owner]/[id]", office, "/attachments/upload/milestones/{milestone}"),
  page("/reports", figures),
  page("/reports/occupancy", figures, "/reports/occupancy?asOf=2022-11-01"),
  page("/reports/occupancy/rows", staff, "/reports/occupancy/rows?asOf=2022-11-01"),
  page("/reports/headcount", figures, "/reports/headcount?asOf=2022-11-01"),
  page("/reports/headcount/rows", staff, "/reports/headcount/rows?asOf=2022-11-01"),
  page("/reports/progress", figures, "/reports/progress?asOf=2022-11-01"),
  data("/reports/occupancy/export", figures, "/reports/occupancy/export?asOf=2022-11-01&format=csv"),
  data("/reports/headcount/export", figures, "/reports/headcount/export?asOf=2022-11-01&format=csv"),
  data("/reports/progress/export", staff, "/reports/progress/export?asOf=2022-11-01&format=csv"),
  page("/imports", office),
  page("/imports/new", office),
  page("/imports/[id]", office, "/imports/{import}"),
  data("/imports/template", office, "/imports/template?kind=units"),
  data("/imports/[id]/progress", office, "/imports/{import}/progress"),
  form("/imports/upload", office),
  form("/imports/[id]/check", office, "/imports/{import}/check"),
  form("/imports/[id]/commit", office, "/imports/{import}/commit"),
  form("/api/v1/imports", office, "/api/v1/imports?kind=units"),
  data("/api/v1/imports/[id]/errors.xlsx", office, "/api/v1/imports/{import}/errors.xlsx"),
  page("/settings", admin),
  page("/permissions", admin),
  page("/tokens", admin),
  page("/users", admin),
  page("/users/new", admin),
  page("/users/[id]", admin, "/users/{user}"),
  page("/users/[id]/edit", admin, "/users/{user}/edit"),
  data("/api/v1/parks", staff),
  data("/api/v1/parks/[id]", staff, "/api/v1/parks/{park}"),
  data("/api/v1/buildings", staff),
  data("/api/v1/buildings/[id]", staff, "/api/v1/buildings/{building}"),
  data("/api/v1/units", insiders),
  data("/api/v1/units/[id]", insiders, "/api/v1/units/{unit}"),
  data("/api/v1/enterprises", insiders),
  data("/api/v1/enterprises/[id]", insiders, "/api/v1/enterprises/{enterprise}"),
  data("/api/v1/leases", insiders),
  data("/api/v1/leases/[id]", insiders, "/api/v1/leases/{lease}"),
  data("/api/v1/projects", insiders),
  data("/api/v1/projects/[code]", insiders, "/api/v1/projects/{projectCode}"),
  data("/api/v1/projects/[code]/progress", insiders, "/api/v1/projects/{projectCode}/progress"),
  data("/api/v1/occupancy", figures),
  data("/api/v1/occupancy/series", figures, "/api/v1/occupancy/series?from=2022-01-31&to=2022-03-31"),
  data("/api/v1/occupancy/movement", figures, "/api/v1/occupancy/movement?from=2022-01-01&to=2022-06-30"),
  data("/api/v1/occupancy/expiry", figures),
  data("/api/v1/headcount", figures),
  data("/api/v1/headcounts", insiders),
  data("/api/v1/headcounts/[id]", insiders, "/api/v1/headcounts/{headcount}"),
  data("/api/v1/employees", insiders),
  data("/api/v1/employees/[id]", insiders, "/api/v1/employees/{employee}"),
  form("/api/v1/employees/[id]/leave", office, "/api/v1/employees/{employee}/leave"),
  form("/api/v1/milestones", office),
  form("/api/v1/enterprises/[id]/close", office, "/api/v1/enterprises/{enterprise}/close"),
  form("/api/v1/enterprises/[id]/merge", office, "/api/v1/enterprises/{enterprise}/merge"),
  form("/api/v1/leases/[id]/move-in", office, "/api/v1/leases/{lease}/move-in"),
  form("/api/v1/leases/[id]/terminate", office, "/api/v1/leases/{lease}/terminate"),
  form("/api/v1/leases/[id]/move-out", office, "/api/v1/leases/{lease}/move-out"),
  form("/api/v1/leases/[id]/hold-over", office, "/api/v1/leases/{lease}/hold-over"),
  form("/api/v1/units/[id]/close", office, "/api/v1/units/{unit}/close"),
  form("/api/v1/units/[id]/split", office, "/api/v1/units/{unit}/split"),
  form("/api/v1/units/[id]/merge", office, "/api/v1/units/{unit}/merge"),
  form("/api/v1/units/[id]/remeasure", office, "/api/v1/units/{unit}/remeasure"),
  form("/api/v1/units/[id]/availability", office, "/api/v1/units/{unit}/availability"),
  form("/api/v1/parks/[id]/close", office, "/api/v1/parks/{park}/close"),
  form("/api/v1/buildings/[id]/close", office, "/api/v1/buildings/{building}/close"),
  form("/api/v1/imports/[id]/undo", office, "/api/v1/imports/{import}/undo"),
  data("/api/v1/milestones/[id]", insiders, "/api/v1/milestones/{milestone}"),
];

/** Open to everybody, signed in or not. */
export const openRoutes = [
  "/sign-in",
  "/set-password",
  "/api/auth/[...nextauth]",
  "/api/health",
  "/api/docs",
  "/api/v1/[...rest]",
  "/api/v1/openapi.json",
];
