import type { CustomFieldDto } from "../../domain/custom-fields/dto";
import type { Cluster } from "../../platform/db/generated/enums";
import { messageOf } from "../../platform/errors/app-error";
import type { CellReader } from "../cells";
import type { FirmBook } from "../firms/book";
import type { FirmRecord } from "../firms/types";
import { toNames } from "../names";
import type { PlaceBook } from "../places";
import { clusterWords } from "../words";
import type { MilestoneRecord, ProjectRow } from "./types";

export const noFirm: FirmRecord = {
  id: null,
  nameZh: null,
  nameEn: null,
  uscc: null,
  uen: null,
  country: null,
  cluster: null,
  sectorCode: null,
  contactName: null,
  contactPhone: null,
  contactEmail: null,
};

type Books = { places: PlaceBook; firms: FirmBook; agreements: Map<string, string>; today: string };

/** Reads a row: its project, and the milestone if there is one. Null with problems at its cells. */
export function readProject(
  cell: CellReader,
  index: number,
  books: Books,
  own: CustomFieldDto[] = [],
): (ProjectRow & Led) | null {
  const code = cell.code("project_code", 40);
  cell.need("project_code", code);
  const parkText = cell.text("park", 120);
  const project = {
    titleZh: cell.text("project_zh"),
    titleEn: cell.text("project_en"),
    // The vocabulary holds clusters alone.
    cluster: cell.choice("cluster", clusterWords) as Cluster | null,
    parkId: parkText === null ? null : (books.places.needPark(cell, parkText)?.id ?? null),
    custom: cell.custom(own),
    tags: cell.tags("tags"),
    agreementId: readAgreement(cell, books.agreements),
    startedOn: cell.date("started_on"),
    deliveredOn: cell.date("delivered_on"),
  };
  if (project.deliveredOn && project.deliveredOn > books.today) {
    cell.refuse("delivered_on", "FUTURE", "milestones.errors.future");
  }
  const milestone = readMilestone(cell);
  const leadText = cell.text("lead");
  if (cell.failed || code === null) return null;
  const leadRecord = leadText === null ? null : { ...noFirm, ...toNames(leadText) };
  const lead = leadRecord && books.firms.resolve(cell, leadRecord, { zh: "lead", en: "lead" });
  if (cell.failed) return null;
  return { index, n: cell.n, code, project: { ...project, lead }, milestone, leadRecord };
}

type Led = { leadRecord: FirmRecord | null };

function readAgreement(cell: CellReader, agreements: Map<string, string>): string | null {
  const code = cell.code("agreement_no", 40);
  if (code === null) return null;
  const id = agreements.get(code);
  return id ?? cell.refuse("agreement_no", "NO_AGREEMENT", messageOf("imports.errors.noAgreement", { code }));
}

function readMilestone(cell: CellReader): MilestoneRecord | null {
  const milestone: MilestoneRecord = {
    titleZh: cell.text("milestone_zh"),
    titleEn: cell.text("milestone_en"),
    weight: cell.decimal("weight", { dp: 3, min: 0.001, max: 100_000 }),
    baselineOn: cell.date("baseline"),
    forecastOn: cell.date("forecast"),
    actualOn: cell.date("actual"),
    evidence: cell.text("evidence", 2000),
    noEvidenceReason: cell.text("no_evidence_reason", 500),
  };
  if (Object.values(milestone).every((value) => value === null)) return null;
  if (!milestone.titleZh && !milestone.titleEn) cell.need("milestone_zh", null);
  return milestone;
}
