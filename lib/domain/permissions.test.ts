import { expect, test } from "vitest";
import { can, permissions, type Verb } from "./permissions";

const roles = ["ADMIN", "OFFICER", "MANAGER", "ENTERPRISE", "VIEWER"] as const;

/** The office's policy, one line a verb: administrator, officer, manager, enterprise, viewer. */
const policy = `
parks.read               A O M - -
parks.create             A O - - -
parks.update             A O - - -
parks.close              A O - - -
buildings.read           A O M - -
buildings.create         A O - - -
buildings.update         A O - - -
buildings.close          A O - - -
units.read               A O M E -
units.create             A O - - -
units.update             A O - - -
units.close              A O - - -
units.split              A O - - -
units.merge              A O - - -
units.remeasure          A O - - -
units.changeAvailability A O - - -
enterprises.read         A O M E -
enterprises.create       A O - - -
enterprises.update       A O - - -
enterprises.close        A O - - -
enterprises.changeMany   A O - - -
enterprises.merge        A O - - -
enterprises.tellApart    A O - - -
leases.read              A O M E -
leases.create            A O - - -
leases.logTenancy        A O - - -
leases.update            A O - - -
leases.moveIn            A O - - -
leases.terminate         A O - - -
leases.moveOut           A O - - -
leases.holdOver          A O - - -
headcounts.read          A O M E -
headcounts.create        A O - - -
headcounts.update        A O - - -
headcounts.delete        A O - - -
employees.read           A O M E -
employees.create         A O - - -
employees.update         A O - - -
employees.leave          A O - - -
employees.purge          A - - - -
name-openings.read       A - - - -
name-openings.create     A O - - -
name-openings.close      A O - - -
projects.read            A O M E -
projects.create          A O - - -
projects.update          A O - - -
projects.cancel          A O - - -
projects.changeMany      A O - - -
projects.report          A O - - -
milestones.create        A O - - -
milestones.update        A O - - -
milestones.forecast      A O - - -
milestones.complete      A O - - -
milestones.cancel        A O - - -
milestones.rebaseline    A - M - -
attachments.read         A O M E -
attachments.create       A O - E -
attachments.update       A O - E -
attachments.delete       A O - E -
views.read               A O M E -
views.create             A O M E -
views.update             A O M E -
views.delete             A O M E -
views.choose             A O M E -
reports.read             A O M E V
reports.rows             A O M - -
imports.read             A O - - -
imports.create           A O - - -
imports.commit           A O - - -
change-sets.read         A O M - -
change-sets.undo         A O M - -
jobs.read                A - - - -
jobs.run                 A - - - -
users.read               A - - - -
users.create             A - - - -
users.update             A - - - -
users.suspend            A - - - -
users.changePassword     A O M E V
users.signOutEverywhere  A O M E V
tokens.read              A - - - -
tokens.create            A - - - -
tokens.revoke            A - - - -
custom-fields.read       A - - - -
custom-fields.create     A - - - -
custom-fields.update     A - - - -
custom-fields.retire     A - - - -
custom-fields.restore    A - - - -
custom-fields.delete     A - - - -
programmes.read          A O M - -
programmes.create        A O - - -
programmes.update        A O - - -
programmes.recordCohort  A O - - -
programmes.removeCohort  A O - - -
rates.read               A O M - -
rates.create             A O - - -
rates.update             A O - - -
rates.delete             A O - - -
instruments.read         A O M - -
instruments.create       A O - - -
instruments.update       A O - - -
policies.read            A O M E -
policies.create          A O - - -
policies.update          A O - - -
policies.addVersion      A O - - -
policies.updateVersion   A O - - -
policies.endVersion      A O - - -
policies.removeVersion   A O - - -
claims.read              A O M - -
claims.create            A O - - -
claims.update            A O - - -
claims.signOff           A - M - -
claims.withdraw          A O - - -
`;

test("each role may do what the policy says, and nothing else", () => {
  const width = Math.max(...Object.keys(permissions).map((verb) => verb.length));
  const printed = Object.keys(permissions).map((verb) => {
    const marks = roles.map((role) => (can({ role }, verb as Verb) ? role.charAt(0) : "-"));
    return `${verb.padEnd(width)} ${marks.join(" ")}`;
  });
  expect(printed).toEqual(policy.trim().split("\n"));
});
