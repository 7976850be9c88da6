import type { ColumnKind } from "@/lib/reports/columns";
import type { PublishedHeadcount } from "@/lib/reports/headcount/publish";
import type { Moving } from "@/lib/reports/headcount/types";
import type { MetricKey } from "@/lib/reports/metrics";
import type { PublishedOccupancy } from "@/lib/reports/occupancy/publish";
import type { RoundFigures } from "@/lib/reports/returns/types";

/** A figure of a report with what it is made of and where its rows are: the page and the workbook show the same. */
export interface Figure {
  metric: MetricKey;
  kind: ColumnKind;
  value: string | number | null;
  /** Numerator and denominator, where they are figures themselves. */
  over?: { kind: ColumnKind; numerator: string | number; denominator: string | number };
  /** Of what may still move: provisional, revised. */
  standing?: Moving;
  /** The page of the rows behind it, for those who may see rows. */
  rows?: string;
}

const rentRoll = (states: string) => `/reports/occupancy/rows?state=${states}`;

/** Of no place told to readers outside the office: only some of its firms make them (lib/reports/occupancy/publish.ts). */
const ofSome: readonly MetricKey[] = [
  "availabilityRate",
  "holdoverArea",
  "assumedStartArea",
  "seatRate",
  "waleToBreakYears",
  "waleRenewedYears",
];

/** Every occupancy figure that is ever told to the reader, the four that matter first. */
export function listOccupancyFigures(detail: PublishedOccupancy, mayRows: boolean): Figure[] {
  return listAll(detail).filter(({ metric }) => mayRows || !ofSome.includes(metric));
}

function listAll(detail: PublishedOccupancy): Figure[] {
  const area = (numerator: string | null, denominator = detail.lettableArea) =>
    numerator === null ? undefined : ({ kind: "AREA", numerator, denominator } as const);
  const count = (numerator: number | null, denominator: number) =>
    numerator === null ? undefined : ({ kind: "COUNT", numerator, denominator } as const);
  const let_ = rentRoll("LET");
  return [
    rate("occupancyRate", detail.occupancyRate, area(detail.occupiedArea), let_),
    rate("committedRate", detail.committedRate, area(detail.committedArea), rentRoll("COMMITTED")),
    { metric: "waleYears", kind: "YEARS", value: detail.waleYears, rows: let_ },
    { metric: "tenants", kind: "COUNT", value: detail.tenants, rows: let_ },
    { metric: "lettableArea", kind: "AREA", value: detail.lettableArea, rows: rentRoll("ALL") },
    { metric: "occupiedArea", kind: "AREA", value: detail.occupiedArea, rows: let_ },
    { metric: "committedArea", kind: "AREA", value: detail.committedArea, rows: rentRoll("COMMITTED") },
    rate("vacancyRate", detail.vacancyRate, area(detail.vacantArea), rentRoll("VACANT")),
    rate("availabilityRate", detail.availabilityRate, area(detail.availableArea), rentRoll("EXPIRING")),
    { metric: "holdoverArea", kind: "AREA", value: detail.holdoverArea, rows: rentRoll("HOLDOVER") },
    { metric: "assumedStartArea", kind: "AREA", value: detail.assumedStartArea, rows: let_ },
    { metric: "units", kind: "COUNT", value: detail.units, rows: rentRoll("ALL") },
    rate("unitsOccupiedRate", detail.unitsOccupiedRate, count(detail.unitsOccupied, detail.units), let_),
    rate("unitsFullyLetRate", detail.unitsFullyLetRate, count(detail.unitsFullyLet, detail.units), let_),
    rate("seatRate", detail.seatRate, count(detail.seatsAllotted, detail.seats), let_),
    { metric: "waleToBreakYears", kind: "YEARS", value: detail.waleToBreakYears, rows: let_ },
    { metric: "waleRenewedYears", kind: "YEARS", value: detail.waleRenewedYears, rows: let_ },
    { metric: "registeredOnly", kind: "COUNT", value: detail.registeredOnly },
  ];
}

export function listHeadcountFigures(summary: PublishedHeadcount): Figure[] {
  const { total, carriedForward, carriedForwardShare, density, occupiedArea } = summary;
  return [
    {
      metric: "headcount",
      kind: "COUNT",
      value: total,
      standing: summary.standing,
      rows: "/reports/headcount/rows?show=DECLARED",
    },
    rate(
      "carriedForwardShare",
      carriedForwardShare,
      total === null || carriedForward === null
        ? undefined
        : { kind: "COUNT", numerator: carriedForward, denominator: total },
      "/reports/headcount/rows?show=CARRIED",
    ),
    {
      metric: "density",
      kind: "NUMBER",
      value: density.m2PerWorker,
      over:
        total === null || occupiedArea === null
          ? undefined
          : { kind: "NUMBER", numerator: occupiedArea, denominator: total },
      rows: "/reports/headcount/rows?show=CHECK",
    },
  ];
}

function rate(metric: MetricKey, value: number | null, over: Figure["over"], rows: string): Figure {
  return { metric, kind: "RATE", value, over, rows };
}

/** What a round of returns says of itself. */
export function listRoundFigures(round: RoundFigures): Figure[] {
  const count = (numerator: number, denominator: number) =>
    ({ kind: "COUNT", numerator, denominator }) as const;
  const { usable, onTime, inScope, known, knownOfUsable, carriedPeople, people } = round;
  const share = (metric: MetricKey, value: number | null, over: Figure["over"]): Figure => {
    return { metric, kind: "RATE", value, over };
  };
  return [
    share("responseRate", round.responseRate, count(usable, inScope)),
    share("onTimeRate", round.onTimeRate, count(onTime, inScope)),
    share("coverageRate", round.coverageRate, count(knownOfUsable, known)),
    { metric: "declaredPeople", kind: "COUNT", value: people },
    share("estimatedShare", round.estimatedShare, count(carriedPeople, people)),
  ];
}
