import type { CivilDate } from "@/lib/platform/dates/civil";

export type ProjectStage = "PROPOSED" | "APPROVED" | "ACTIVE" | "DELIVERED" | "CANCELLED";

/** A value as it was reported on a day: a forecast, or a baseline as approved. */
export interface DatedChange<T> {
  reportedOn: CivilDate;
  value: T;
}

/** A milestone as it was known on the report's day. */
export interface MilestoneFact {
  id: string;
  /** A positive decimal to three places; only its size beside the others counts. */
  weight: string;
  cancelledOn: CivilDate | null;
  originalBaseline: CivilDate;
  /** The baseline in force on the day. */
  baseline: CivilDate;
  /** The forecast known on the day, if any. */
  forecast: CivilDate | null;
  /** When it was done, though that may be after the report's day. */
  actual: CivilDate | null;
}

export interface ProjectFact {
  id: string;
  stage: ProjectStage;
  cancelledOn: CivilDate | null;
  /** The day on which the project's record began. */
  recordedOn: CivilDate;
  /** Days with a narrative update, a changed forecast or baseline, or an actual, in any order. */
  activityOn: CivilDate[];
  milestones: MilestoneFact[];
}

/** When amber turns to red; settings of the office, with the defaults beside them in `DEFAULT_THRESHOLDS`. */
export interface Thresholds {
  /** Days that a forecast may lie behind the baseline before it is red. */
  redForecastDays: number;
  /** Days before the baseline in which an open milestone is amber. */
  dueSoonDays: number;
  /** Share of the project's weight from which a red milestone makes the project red, 0 to 1. */
  redWeightShare: number;
  /** Schedule variance, in points, below which the project is red, and amber. */
  redVariancePoints: number;
  amberVariancePoints: number;
  /** Days without any word after which a project is silent. */
  silentDays: number;
  /** Days ahead that the list of coming milestones looks. */
  upcomingDays: number;
}

export const DEFAULT_THRESHOLDS: Thresholds = {
  redForecastDays: 30,
  dueSoonDays: 7,
  redWeightShare: 0.1,
  redVariancePoints: -10,
  amberVariancePoints: -5,
  silentDays: 30,
  upcomingDays: 90,
};

export type Rag = "GREEN" | "AMBER" | "RED" | "GREY";

/** A milestone that is done or cancelled needs no colour. */
export type MilestoneRag = Rag | "DONE" | "CANCELLED";

export const RAG_REASON_CODES = [
  "MILESTONE_OVERDUE",
  "FORECAST_LATE",
  "MILESTONE_DUE_SOON",
  "VARIANCE_BELOW",
  "SILENT",
  "NO_MILESTONES",
  "PROJECT_CANCELLED",
] as const;

/** Why a colour: a code with its message under `reasons` in the metrics' messages, and what the message names. */
export interface RagReason {
  code: (typeof RAG_REASON_CODES)[number];
  level: Exclude<Rag, "GREEN">;
  /** The milestone that the reason is about, else null. */
  milestoneId: string | null;
  /** Days or points, and the threshold they passed. */
  params: Record<string, number>;
}

export interface MilestoneProgress {
  id: string;
  weight: string;
  /** Of the weight of all milestones not cancelled, 0 to 1; null for a cancelled one. */
  weightShare: number | null;
  originalBaseline: CivilDate;
  baseline: CivilDate;
  forecast: CivilDate | null;
  /** Only when done by the day. */
  actual: CivilDate | null;
  done: boolean;
  overdue: boolean;
  /** Open, not overdue, and due by baseline or by forecast within 90 days. */
  upcoming: boolean;
  /** Days that actual, else forecast, lies behind the baseline; negative when early; null without either. */
  slipDays: number | null;
  rag: MilestoneRag;
  reasons: RagReason[];
}

export interface ProjectProgress {
  id: string;
  progress: number | null;
  planned: number | null;
  variancePoints: number | null;
  spi: number | null;
  finishSlipDays: number | null;
  originalFinishSlipDays: number | null;
  /** The latest of actual, else forecast, else baseline, of milestones not cancelled. */
  finishOn: CivilDate | null;
  rag: Rag;
  ragReasons: RagReason[];
  milestones: MilestoneProgress[];
}
