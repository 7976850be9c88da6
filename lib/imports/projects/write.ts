import "server-only";
import type { Within } from "../../domain/in-change-set";
import { createMilestones, updateMilestones } from "../../domain/milestones/service-bulk";
import { findProjectInScope } from "../../domain/projects/queries";
import { createProject, updateProject } from "../../domain/projects/service";
import type { Viewer } from "../../platform/auth/viewer";
import { conflict } from "../../platform/errors/app-error";
import { writeFirms } from "../firms/write";
import type { Step } from "../types";
import type { ProjectValues, ProjectWrites } from "./types";

/** Writes lead firms, projects, then milestones in the file's order. */
export async function writeProjects(
  viewer: Viewer,
  writes: ProjectWrites,
  within: Within,
  step: Step,
): Promise<void> {
  const firms = await writeFirms(viewer, writes.firms, within);
  const ids = new Map<string, string>();
  const toInput = ({ lead, cluster, ...project }: ProjectValues) => ({
    ...project,
    cluster: cluster ?? ("OTHER" as const),
    leadId: lead && (lead.id ?? firms.get(lead.key) ?? null),
  });
  for (const { key, code, ...project } of writes.projects.creates) {
    const kind = "INDUSTRIALISATION" as const;
    const stage = project.deliveredOn ? ("DELIVERED" as const) : ("ACTIVE" as const);
    const input = { ...toInput(project), code, kind, stage, ownerId: null };
    ids.set(key, (await createProject(viewer, { ...input, plannedInvestment: null }, within)).id);
    await step(1);
  }
  for (const { id, version, ...project } of writes.projects.updates) {
    const standing = await findProjectInScope(within.tx, viewer, id);
    const { code, kind, ownerId, plannedInvestment: amount } = standing;
    if (standing.stage === "CANCELLED") throw conflict("projects.errors.cancelled");
    const stage = project.deliveredOn ? ("DELIVERED" as const) : standing.stage;
    // The column holds what the money field's own list of currencies let in.
    const currency = standing.plannedInvestmentCurrency as "CNY";
    const plannedInvestment = amount ? { amount: amount.toFixed(2), currency } : null;
    const input = { ...toInput(project), id, version, code, kind, stage, ownerId, plannedInvestment };
    await updateProject(viewer, input, within);
    await step(1);
  }
  const creates = writes.milestones.creates.map(({ projectKey, ...milestone }) => ({
    ...milestone,
    projectId: ids.get(projectKey) ?? projectKey,
  }));
  if (creates.length > 0) await createMilestones(viewer, creates, within);
  if (writes.milestones.updates.length > 0) await updateMilestones(viewer, writes.milestones.updates, within);
  await step(creates.length + writes.milestones.updates.length);
}
