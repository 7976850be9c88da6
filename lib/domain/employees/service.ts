import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { type CivilDate, fromCivil, toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { insertRows } from "@/lib/platform/db/insert-rows";
import { assertEnterprisesInScope } from "../enterprises/queries";
import { inChangeSet, type Within } from "../in-change-set";
import { findEmployeeInScope } from "./queries";
import { assertRosterParks } from "./queries-parks";
import { assertCanLeave, assertNotPurged } from "./rules";
import type { CreateEmployeeInput, LeaveEmployeeInput, UpdateEmployeeInput } from "./schema";

/** Adds a person to a firm's roster: the office, or the firm's own people, whose file it is. */
export async function createEmployee(viewer: Viewer, input: CreateEmployeeInput, within?: Within) {
  const { ids, changeSetId } = await createEmployees(viewer, [input], within);
  return { id: ids[0] ?? "", version: 1, changeSetId };
}

/** Adds many; each firm and each park must be within reach. */
export async function createEmployees(viewer: Viewer, inputs: CreateEmployeeInput[], within?: Within) {
  return inChangeSet(
    viewer,
    "employees.create",
    null,
    async (tx) => {
      const enterpriseIds = inputs.map(({ enterpriseId }) => enterpriseId);
      await assertEnterprisesInScope(tx, viewer, enterpriseIds);
      await assertRosterParks(tx, viewer, inputs);
      const rows = inputs.map((input) => ({ input, id: newId(), nameId: newId() }));
      await insertRows(
        tx,
        "employee_names",
        rows.map(({ input, nameId }) => ({ id: nameId, name: input.name })),
      );
      await insertRows(
        tx,
        "employees",
        rows.map(({ input, id, nameId }) => ({ id, name_id: nameId, ...toRow(input) })),
      );
      return { ids: rows.map(({ id }) => id) };
    },
    within,
  );
}

/** Changes a row; the name where one is given. */
export async function updateEmployee(
  viewer: Viewer,
  { id, version, name, ...input }: UpdateEmployeeInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "employees.update",
    null,
    async (tx) => {
      const employee = await findEmployeeInScope(tx, viewer, id);
      assertNotPurged(employee);
      const nameId = name ? await keepName(tx, name) : employee.nameId;
      return updateVersion(tx, tx.employee, { id, version }, { ...input, ...toDates(input), nameId });
    },
    within,
  );
}

/** Notes the day on which somebody leaves; from it on they no longer count. */
export async function leaveEmployee(viewer: Viewer, { id, version, leftOn, reason }: LeaveEmployeeInput) {
  return inChangeSet(viewer, "employees.leave", reason, async (tx) => {
    const employee = await findEmployeeInScope(tx, viewer, id);
    assertNotPurged(employee);
    const days = { joinedOn: toCivil(employee.joinedOn), leftOn: toCivilOrNull(employee.leftOn) };
    assertCanLeave(days, leftOn);
    return updateVersion(tx, tx.employee, { id, version }, { leftOn: fromCivil(leftOn) });
  });
}

/** A name is written anew and never over: the history tells which one counted when, without telling the names. */
async function keepName(tx: Tx, name: string): Promise<string> {
  const id = newId();
  await tx.employeeName.create({ data: { id, name }, select: { id: true } });
  return id;
}

function toRow(input: CreateEmployeeInput) {
  return {
    enterprise_id: input.enterpriseId,
    park_id: input.parkId,
    staff_no: input.staffNo,
    job_category: input.jobCategory,
    nationality: input.nationality,
    degree: input.degree,
    talent_grade: input.talentGrade,
    permit_class: input.permitClass,
    permit_expires_on: input.permitExpiresOn,
    employment: input.employment,
    intern: input.intern,
    joined_on: input.joinedOn,
    left_on: input.leftOn,
  };
}

type Days = { joinedOn: CivilDate; leftOn: CivilDate | null; permitExpiresOn: CivilDate | null };

function toDates({ joinedOn, leftOn, permitExpiresOn }: Days) {
  return {
    joinedOn: fromCivil(joinedOn),
    leftOn: leftOn && fromCivil(leftOn),
    permitExpiresOn: permitExpiresOn && fromCivil(permitExpiresOn),
  };
}
