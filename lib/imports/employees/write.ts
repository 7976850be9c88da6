import "server-only";
import { createEmployees, updateEmployee } from "../../domain/employees/service";
import type { Within } from "../../domain/in-change-set";
import type { Viewer } from "../../platform/auth/viewer";
import type { Step } from "../types";
import type { EmployeeWrites } from "./types";

/** Adds who is new, then changes who is there. */
export async function writeEmployees(
  viewer: Viewer,
  writes: EmployeeWrites,
  within: Within,
  step: Step,
): Promise<void> {
  const creates = writes.creates.map((person) => ({
    ...person,
    employment: person.employment ?? ("OWN" as const),
    intern: person.intern ?? false,
  }));
  if (creates.length > 0) await createEmployees(viewer, creates, within);
  await step(creates.length);
  for (const { renamed, name, enterpriseId: _, parkId: __, ...person } of writes.updates) {
    await updateEmployee(viewer, { ...person, name: renamed ? name : null }, within);
    await step(1);
  }
}
