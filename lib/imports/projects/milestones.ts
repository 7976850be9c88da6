import { FROM_LIST, isShown } from "../../domain/milestones/rules";
import { messageOf } from "../../platform/errors/app-error";
import { toLooseName } from "../names";
import type { Outcome, Problem } from "../types";
import type {
  MilestoneCreate,
  MilestoneFact,
  MilestoneRecord,
  MilestoneUpdate,
  ProjectFact,
  ProjectRow,
} from "./types";

type Refuse = (problem: Problem) => void;
type Known = { titles: string[]; fact: MilestoneFact | null; row: number | null; values: string };

const titlesOf = (named: { titleZh: string | null; titleEn: string | null }) =>
  [named.titleZh, named.titleEn].flatMap((title) => (title ? [toLooseName(title)] : []));

/** The milestones of one project: a row's milestone is the one with either of its titles. */
export class MilestoneBook {
  private readonly known: Known[];
  readonly creates: MilestoneCreate[] = [];
  readonly updates: MilestoneUpdate[] = [];
  /** Which rows are done without evidence, and get the reason of an imported list. */
  readonly notes: Problem[] = [];

  constructor(
    private readonly projectKey: string,
    project: ProjectFact | null,
    private readonly today: string,
    private readonly refuse: Refuse,
    /** The file has a column for why there is no evidence, as the grid has: then it is to be said there. */
    private readonly asksReason: boolean,
  ) {
    this.known = (project?.milestones ?? []).map((fact) => ({
      titles: titlesOf(fact),
      fact,
      row: null,
      values: "",
    }));
  }

  plan(row: ProjectRow, said: MilestoneRecord): Outcome {
    const titles = titlesOf(said);
    const known = this.known.find((one) => one.titles.some((title) => titles.includes(title)));
    const values = JSON.stringify([row.project, said]);
    if (known?.row) {
      if (known.values === values) return "DUPLICATE";
      const message = messageOf("imports.errors.milestoneTwice", { row: known.row });
      return this.fail(row, said.titleZh ? "milestone_zh" : "milestone_en", "TWICE_IN_FILE", message);
    }
    if (said.actualOn && said.actualOn > this.today) {
      return this.fail(row, "actual", "FUTURE", "milestones.errors.future");
    }
    if (said.noEvidenceReason && !said.actualOn && !known?.fact?.actualOn) {
      return this.fail(row, "no_evidence_reason", "NOT_DONE", "milestones.errors.notDone");
    }
    const outcome = known?.fact ? this.planUpdate(row, said, known.fact) : this.planCreate(row, said);
    if (outcome === "ERROR") return outcome;
    if (known) Object.assign(known, { row: row.n, values });
    else this.known.push({ titles, fact: null, row: row.n, values });
    return outcome;
  }

  private planCreate(row: ProjectRow, said: MilestoneRecord): Outcome {
    if (!said.baselineOn) return this.fail(row, "baseline", "REQUIRED", "imports.errors.required");
    const { titleZh, titleEn, forecastOn, actualOn, baselineOn, evidence } = said;
    const noEvidenceReason = this.reasonOf(row, said, 0);
    if (noEvidenceReason === undefined) return "ERROR";
    const weight = said.weight ?? "1";
    this.creates.push({
      projectKey: this.projectKey,
      titleZh,
      titleEn,
      weight,
      baselineOn,
      forecastOn,
      actualOn,
      evidence,
      noEvidenceReason,
    });
    return "NEW";
  }

  private planUpdate(row: ProjectRow, said: MilestoneRecord, fact: MilestoneFact): Outcome {
    if (said.baselineOn && said.baselineOn !== fact.baselineOn) {
      const message = messageOf("imports.errors.rebaseline", { day: fact.baselineOn });
      return this.fail(row, "baseline", "REBASELINE", message);
    }
    const titleZh = said.titleZh ?? fact.titleZh;
    const titleEn = said.titleEn ?? fact.titleEn;
    const weight = said.weight ?? fact.weight;
    const actualOn = said.actualOn ?? fact.actualOn;
    const evidence = said.evidence ?? fact.evidence;
    const reason = said.noEvidenceReason ?? fact.noEvidenceReason;
    const reforecast = said.forecastOn !== null && said.forecastOn !== fact.forecastOn;
    const changed =
      titleZh !== fact.titleZh ||
      titleEn !== fact.titleEn ||
      Number(weight) !== Number(fact.weight) ||
      actualOn !== fact.actualOn ||
      evidence !== fact.evidence ||
      reason !== fact.noEvidenceReason;
    if (!changed && !reforecast) return "UNCHANGED";
    const field = said.titleZh ? "milestone_zh" : "milestone_en";
    if (fact.cancelled) return this.fail(row, field, "CANCELLED", "milestones.errors.cancelled");
    if (reforecast && fact.actualOn) return this.fail(row, "forecast", "DONE", "milestones.errors.done");
    const forecastOn = reforecast ? said.forecastOn : undefined;
    const { id, version } = fact;
    // What was done before evidence was asked for stays as it is, until its day changes.
    const proof = {
      actualOn: actualOn === fact.actualOn ? null : actualOn,
      evidence,
      noEvidenceReason: reason,
    };
    const noEvidenceReason = this.reasonOf(row, proof, fact.files);
    if (noEvidenceReason === undefined) return "ERROR";
    const told = { evidence, noEvidenceReason };
    this.updates.push({ id, version, titleZh, titleEn, weight, actualOn, forecastOn, ...told });
    return "UPDATE";
  }

  /** Why nothing shows that it is done, where that is so; undefined where it is to be said and is not. */
  private reasonOf(
    row: ProjectRow,
    proof: Pick<MilestoneRecord, "actualOn" | "evidence" | "noEvidenceReason">,
    files: number,
  ): string | null | undefined {
    if (!proof.actualOn || proof.noEvidenceReason || isShown(proof, files)) return proof.noEvidenceReason;
    if (this.asksReason) {
      this.fail(row, "evidence", "NOT_SHOWN", "imports.errors.notShown");
      return undefined;
    }
    const note = { row: row.n, field: "actual", code: "FROM_LIST", message: "imports.told.fromList" };
    this.notes.push(note);
    return FROM_LIST;
  }

  private fail(row: ProjectRow, field: string, code: string, message: string): Outcome {
    this.refuse({ row: row.n, field, code, message });
    return "ERROR";
  }
}
