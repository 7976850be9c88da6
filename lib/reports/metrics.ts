/** What a figure is counted in. RATE is 0 to 1 at full precision, AREA m² to two places, POINTS percentage points. */
export type MetricUnit =
  | "AREA"
  | "RATE"
  | "YEARS"
  | "COUNT"
  | "DAYS"
  | "POINTS"
  | "INDEX"
  | "M2_PER_WORKER"
  | "RAG"
  | "MONEY";

export type ReportKey =
  | "occupancy"
  | "headcount"
  | "progress"
  | "promises"
  | "programmes"
  | "instruments"
  | "returns";

interface Metric {
  report: ReportKey;
  unit: MetricUnit;
  /** Counts up whenever the same facts would give another figure. */
  version: number;
  /** Whether the figure is a quotient, whose definition names what it is over. */
  over: boolean;
}

function area(report: ReportKey): Metric {
  return { report, unit: "AREA", version: 1, over: false };
}

function count(report: ReportKey): Metric {
  return { report, unit: "COUNT", version: 1, over: false };
}

function quotient(report: ReportKey, unit: MetricUnit): Metric {
  return { report, unit, version: 1, over: true };
}

/** Every figure that a screen, a file or the API may show, by key; its words are in the metrics' messages. */
export const METRICS = {
  lettableArea: area("occupancy"),
  occupiedArea: area("occupancy"),
  committedArea: area("occupancy"),
  vacantArea: area("occupancy"),
  availableArea: area("occupancy"),
  holdoverArea: area("occupancy"),
  assumedStartArea: area("occupancy"),
  occupancyRate: quotient("occupancy", "RATE"),
  committedRate: quotient("occupancy", "RATE"),
  vacancyRate: quotient("occupancy", "RATE"),
  availabilityRate: quotient("occupancy", "RATE"),
  units: count("occupancy"),
  unitsOccupied: count("occupancy"),
  unitsFullyLet: count("occupancy"),
  unitsOccupiedRate: quotient("occupancy", "RATE"),
  unitsFullyLetRate: quotient("occupancy", "RATE"),
  seatRate: quotient("occupancy", "RATE"),
  waleYears: quotient("occupancy", "YEARS"),
  waleToBreakYears: quotient("occupancy", "YEARS"),
  waleRenewedYears: quotient("occupancy", "YEARS"),
  expiryShare: quotient("occupancy", "RATE"),
  takeUp: area("occupancy"),
  terminations: area("occupancy"),
  netAbsorption: area("occupancy"),
  supplyChange: area("occupancy"),
  churnRate: quotient("occupancy", "RATE"),
  tenants: count("occupancy"),
  registeredOnly: count("occupancy"),
  headcount: count("headcount"),
  carriedForwardShare: quotient("headcount", "RATE"),
  density: quotient("headcount", "M2_PER_WORKER"),
  rosterCount: count("headcount"),
  rosterResidual: count("headcount"),
  progress: quotient("progress", "RATE"),
  planned: quotient("progress", "RATE"),
  variancePoints: { report: "progress", unit: "POINTS", version: 1, over: false },
  spi: quotient("progress", "INDEX"),
  finishSlipDays: { report: "progress", unit: "DAYS", version: 1, over: false },
  originalFinishSlipDays: { report: "progress", unit: "DAYS", version: 1, over: false },
  milestoneRag: { report: "progress", unit: "RAG", version: 1, over: false },
  rag: { report: "progress", unit: "RAG", version: 1, over: false },
  agreementsSigned: count("promises"),
  agreementsActive: count("promises"),
  agreementsDelivered: count("promises"),
  agreementsLapsed: count("promises"),
  agreementsSilent: count("promises"),
  agreementsInForce: count("promises"),
  programmeTrained: count("programmes"),
  programmeAttainment: quotient("programmes", "RATE"),
  programmePath: quotient("programmes", "RATE"),
  programmeRag: { report: "programmes", unit: "RAG", version: 1, over: false },
  issuance: { report: "instruments", unit: "MONEY", version: 1, over: false },
  responseRate: quotient("returns", "RATE"),
  onTimeRate: quotient("returns", "RATE"),
  coverageRate: quotient("returns", "RATE"),
  declaredPeople: count("returns"),
  estimatedShare: quotient("returns", "RATE"),
} as const satisfies Record<string, Metric>;

export type MetricKey = keyof typeof METRICS;

/** A metric with the message keys of its words: what it is called, how it is made, and of what. */
export interface MetricDefinition extends Metric {
  key: MetricKey;
  nameKey: string;
  formulaKey: string;
  /** What is counted or summed. */
  numeratorKey: string;
  denominatorKey: string | null;
}

export function getMetric(key: MetricKey): MetricDefinition {
  const metric: Metric = METRICS[key];
  return {
    key,
    ...metric,
    nameKey: `metrics.${key}.name`,
    formulaKey: `metrics.${key}.formula`,
    numeratorKey: `metrics.${key}.numerator`,
    denominatorKey: metric.over ? `metrics.${key}.denominator` : null,
  };
}

export function listMetrics(report?: ReportKey): MetricDefinition[] {
  const keys = Object.keys(METRICS) as MetricKey[];
  return keys.map(getMetric).filter((metric) => report === undefined || metric.report === report);
}
