import "server-only";
import { addMonths, type CivilDate, fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { endOfMonth, startOfMonth } from "@/lib/platform/dates/periods";
import type { Db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { readDefinition } from "../return-forms/dto";
import type { ReturnDefinition } from "../return-forms/schema";
import { readAnswers, returnSelect, toPlaces } from "./dto";
import { type Before, toComparable } from "./rules-before";
import { withPlaces } from "./rules-parks";

/** A firm, and the questions as it is asked them. */
type Firm = { enterpriseId: string; definition: ReturnDefinition };
type Asked = {
  formId: string;
  /** Months from one period to the next. */
  months: number;
  referenceOn: CivilDate;
};

/**
 * What the firm said in the same form a period and a year before, sent, accepted or carried forward; in the words of
 * the questions that are asked now. Null where that was not asked or not answered.
 */
export async function getBefore(on: Db, asked: Asked & Firm): Promise<Before> {
  const found = await listBefore(on, [asked], asked);
  return found.get(asked.enterpriseId) ?? { last: null, yearAgo: null };
}

/** The same of many firms that are asked alike, by the firm's id; in one statement. */
export async function listBefore(on: Db, firms: Firm[], asked: Asked): Promise<Map<string, Before>> {
  const days = {
    last: addMonths(asked.referenceOn, -asked.months),
    yearAgo: addMonths(asked.referenceOn, -12),
  };
  const within = (day: CivilDate) => ({
    referenceOn: { gte: fromCivil(startOfMonth(day)), lte: fromCivil(endOfMonth(day)) },
  });
  const rows = await on.return.findMany({
    where: {
      enterpriseId: { in: firms.map(({ enterpriseId }) => enterpriseId) },
      OR: [
        { state: { in: ["SUBMITTED", "ACCEPTED", "ESTIMATED"] } },
        // Drafted again under an exception: what was carried forward counts still.
        { state: { in: ["DRAFT", "RETURNED"] }, carried: { not: Prisma.DbNull } },
      ],
      round: { formVersion: { formId: asked.formId }, OR: [within(days.last), within(days.yearAgo)] },
    },
    orderBy: { round: { referenceOn: "desc" } },
    select: {
      ...{ enterpriseId: true, state: true, answers: true, carried: true },
      places: returnSelect.places,
      round: { select: { referenceOn: true, formVersion: { select: { definition: true } } } },
    },
  });
  const of = ({ enterpriseId: firmId, definition }: Firm, day: CivilDate) => {
    const row = rows.find(
      ({ enterpriseId, round }) =>
        enterpriseId === firmId && startOfMonth(toCivil(round.referenceOn)) === startOfMonth(day),
    );
    if (!row) return null;
    return toComparable(
      withPlaces(readDefinition(row.round.formVersion.definition), toPlaces(row.places)),
      readAnswers(row.state === "DRAFT" || row.state === "RETURNED" ? row.carried : row.answers),
      definition,
    );
  };
  return new Map(
    firms.map((firm) => [firm.enterpriseId, { last: of(firm, days.last), yearAgo: of(firm, days.yearAgo) }]),
  );
}
