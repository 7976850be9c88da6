import "server-only";
import type { CustomKept } from "../../domain/custom-fields/dto";
import { projectScope } from "../../domain/projects/scope";
import type { Viewer } from "../../platform/auth/viewer";
import { toCivil, toCivilOrNull } from "../../platform/dates/civil";
import { todayInZone } from "../../platform/dates/today";
import { db } from "../../platform/db/client";
import { listOwnFields } from "../facts-own";
import { codesOf, inChunks, loadFirms, loadParks, textsOf } from "../facts-shared";
import type { NameKeys } from "../names";
import type { Mapping, Table } from "../types";
import type { ProjectFacts } from "./types";

/** What is there, within reach, of all that a file of projects names. */
export async function loadProjectFacts(
  viewer: Viewer,
  table: Table,
  mapping: Mapping,
  keyOf: NameKeys,
): Promise<ProjectFacts> {
  const codes = codesOf(table, mapping, "project_code");
  const names = textsOf(table, mapping, "lead").map((name) => name.replace(/\s+/g, " "));
  const agreementCodes = codesOf(table, mapping, "agreement_no");
  const [parks, firms, named, agreements] = await Promise.all([
    loadParks(viewer),
    loadFirms(viewer, { names, identifiers: [] }, keyOf),
    db.$queryRaw<{ id: string; code: string }[]>`
      SELECT id, code FROM projects WHERE code = ANY (${codes}::text[])`,
    agreementCodes.length === 0 || viewer.enterpriseIds !== null
      ? []
      : db.agreement.findMany({ where: { code: { in: agreementCodes } }, select: { id: true, code: true } }),
  ]);
  const ids = named.map(({ id }) => id);
  const rows = await inChunks(ids, (some) =>
    db.project.findMany({
      where: { AND: [projectScope(viewer), { id: { in: some } }] },
      select: {
        id: true,
        version: true,
        code: true,
        titleZh: true,
        titleEn: true,
        cluster: true,
        parkId: true,
        leadId: true,
        stage: true,
        custom: true,
        tags: true,
        agreementId: true,
        startedOn: true,
        deliveredOn: true,
        milestones: {
          orderBy: { position: "asc" },
          select: {
            id: true,
            version: true,
            titleZh: true,
            titleEn: true,
            weight: true,
            baselineOn: true,
            forecastOn: true,
            actualOn: true,
            evidence: true,
            noEvidenceReason: true,
            _count: { select: { attachments: true } },
            cancelledOn: true,
          },
        },
      },
    }),
  );
  const projects = rows.map(({ milestones, custom, startedOn, deliveredOn, ...project }) => ({
    ...project,
    startedOn: toCivilOrNull(startedOn),
    deliveredOn: toCivilOrNull(deliveredOn),
    custom: custom as CustomKept,
    milestones: milestones.map(({ cancelledOn, _count, ...milestone }) => ({
      ...milestone,
      weight: milestone.weight.toString(),
      baselineOn: toCivil(milestone.baselineOn),
      forecastOn: toCivilOrNull(milestone.forecastOn),
      actualOn: toCivilOrNull(milestone.actualOn),
      files: _count.attachments,
      cancelled: cancelledOn !== null,
    })),
  }));
  const within = new Set(projects.map(({ code }) => code));
  return {
    parks,
    ...firms,
    projects,
    agreements,
    own: await listOwnFields(viewer, "projects"),
    takenCodes: named.filter(({ code }) => !within.has(code)).map(({ code }) => code),
    parkNeeded: viewer.parkIds !== null,
    today: todayInZone(),
  };
}
