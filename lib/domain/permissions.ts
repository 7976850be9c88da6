import type { Viewer } from "../platform/auth/viewer";
import type { Role } from "../platform/db/generated/enums";
import { forbidden } from "../platform/errors/app-error";

const office = ["ADMIN", "OFFICER"] as const;
const staff = ["ADMIN", "OFFICER", "MANAGER"] as const;
const insiders = ["ADMIN", "OFFICER", "MANAGER", "ENTERPRISE"] as const;
const everyone = ["ADMIN", "OFFICER", "MANAGER", "ENTERPRISE", "VIEWER"] as const;

/** The one matrix: which roles may do a verb. Which rows it may be done to is the scope's question. */
export const permissions = {
  "parks.read": staff,
  "parks.create": office,
  "parks.update": office,
  "parks.close": office,
  "buildings.read": staff,
  "buildings.create": office,
  "buildings.update": office,
  "buildings.close": office,
  "units.read": insiders,
  "units.create": office,
  "units.update": office,
  "units.close": office,
  "units.split": office,
  "units.merge": office,
  "units.remeasure": office,
  "units.changeAvailability": office,
  "enterprises.read": insiders,
  "enterprises.create": office,
  "enterprises.update": office,
  "enterprises.close": office,
  "enterprises.changeMany": office,
  "enterprises.merge": office,
  "enterprises.tellApart": office,
  "leases.read": insiders,
  "leases.create": office,
  "leases.logTenancy": office,
  "leases.update": office,
  "leases.moveIn": office,
  "leases.terminate": office,
  "leases.moveOut": office,
  "leases.holdOver": office,
  "headcounts.read": insiders,
  "headcounts.create": office,
  "headcounts.update": office,
  "headcounts.delete": office,
  /** Without names; whoever else reads them is the next noun's question. A firm reads its own. */
  "employees.read": insiders,
  "employees.create": office,
  "employees.update": office,
  "employees.leave": office,
  "employees.purge": ["ADMIN"],
  "name-openings.read": ["ADMIN"],
  "name-openings.create": office,
  "name-openings.close": office,
  "projects.read": insiders,
  "projects.create": office,
  "projects.update": office,
  "projects.cancel": office,
  "projects.changeMany": office,
  "projects.report": office,
  "milestones.create": office,
  "milestones.update": office,
  "milestones.forecast": office,
  "milestones.complete": office,
  "milestones.cancel": office,
  "milestones.rebaseline": ["ADMIN", "MANAGER"],
  "attachments.read": insiders,
  /** A firm's own people: to their firm alone, and of its files those they put there (attachments/rules.ts). */
  "attachments.create": ["ADMIN", "OFFICER", "ENTERPRISE"],
  "attachments.update": ["ADMIN", "OFFICER", "ENTERPRISE"],
  "attachments.delete": ["ADMIN", "OFFICER", "ENTERPRISE"],
  /** Own ones, and for the office those that are shared (views/rules.ts). */
  "views.read": insiders,
  "views.create": insiders,
  "views.update": insiders,
  "views.delete": insiders,
  /** The columns of a list, and the view that it opens with, for oneself. */
  "views.choose": insiders,
  "reports.read": everyone,
  /** Rows behind a figure name firms and rents; aggregates do not. */
  "reports.rows": staff,
  "imports.read": office,
  "imports.create": office,
  "imports.commit": office,
  "change-sets.read": staff,
  /** Of what they may do themselves; which change sets those are is asked beside it. */
  "change-sets.undo": staff,
  "jobs.read": ["ADMIN"],
  "jobs.run": ["ADMIN"],
  "users.read": ["ADMIN"],
  "users.create": ["ADMIN"],
  "users.update": ["ADMIN"],
  "users.suspend": ["ADMIN"],
  "users.changePassword": everyone,
  "users.signOutEverywhere": everyone,
  "tokens.read": ["ADMIN"],
  "tokens.create": ["ADMIN"],
  "tokens.revoke": ["ADMIN"],
  /** Their definitions; which roles read a field's values is said in the field itself. */
  "custom-fields.read": ["ADMIN"],
  "custom-fields.create": ["ADMIN"],
  "custom-fields.update": ["ADMIN"],
  "custom-fields.retire": ["ADMIN"],
  "custom-fields.restore": ["ADMIN"],
  "custom-fields.delete": ["ADMIN"],
  "programmes.read": staff,
  "programmes.create": office,
  "programmes.update": office,
  "programmes.recordCohort": office,
  "programmes.removeCohort": office,
  "rates.read": staff,
  "rates.create": office,
  "rates.update": office,
  "rates.delete": office,
  "instruments.read": staff,
  "instruments.create": office,
  "instruments.update": office,
  "policies.read": insiders,
  "policies.create": office,
  "policies.update": office,
  "policies.addVersion": office,
  "policies.updateVersion": office,
  "policies.endVersion": office,
  "policies.removeVersion": office,
  "claims.read": staff,
  "claims.create": office,
  "claims.update": office,
  "claims.signOff": ["ADMIN", "MANAGER"],
  "claims.withdraw": office,
} as const satisfies Record<string, readonly Role[]>;

export type Verb = keyof typeof permissions;

/** Whether the viewer's role may do a verb at all. */
export function can(viewer: Pick<Viewer, "role">, verb: Verb): boolean {
  return (permissions[verb] as readonly Role[]).includes(viewer.role);
}

/** @throws AppError FORBIDDEN */
export function assertCan(viewer: Pick<Viewer, "role">, verb: Verb): void {
  if (!can(viewer, verb)) throw forbidden();
}
