import { z } from "zod";
import { filterId, listParams } from "@/lib/platform/paging/list-params";
import { civilDate } from "@/lib/platform/values/dates";
import { optionalWhole, wholeNumber } from "@/lib/platform/values/numbers";
import { codeText, optionalText, text } from "@/lib/platform/values/text";

/** As many years as a programme may last, first and last included. */
export const MOST_YEARS = 51;

const optionalId = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((id) => id || null);
const year = () => wholeNumber({ min: 1900, max: 2200 });

const fields = {
  code: codeText(40),
  nameZh: optionalText(200),
  nameEn: optionalText(200),
  /** The firm or institute that trains. */
  instituteId: optionalId,
  agreementId: optionalId,
  /** How many are to have completed by the end of the last year. */
  target: wholeNumber({ min: 1, max: 10_000_000 }),
  firstYear: year(),
  lastYear: year(),
  noteZh: optionalText(2000),
  noteEn: optionalText(2000),
  ownerId: optionalId,
};

type Checked = { nameZh: string | null; nameEn: string | null; firstYear: number; lastYear: number };

function check(programme: Checked, context: z.RefinementCtx): void {
  const add = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (!programme.nameZh && !programme.nameEn) add("nameZh", "errors.oneNameNeeded");
  const years = programme.lastYear - programme.firstYear + 1;
  if (years < 1 || years > MOST_YEARS) add("lastYear", `programmes.errors.years?most=${MOST_YEARS}`);
}

const versioned = { id: z.uuid(), version: z.coerce.number().int() };
/** Nobody is said as nothing. */
const people = () => optionalWhole({ min: 0, max: 10_000_000 }).transform((count) => count ?? 0);

export const createProgrammeSchema = z.object(fields).superRefine(check);
export const updateProgrammeSchema = z.object({ ...versioned, ...fields }).superRefine(check);

/** The counts of one year, none of them a running total; said again for the same year, they are corrected. */
export const recordCohortSchema = z.object({
  ...versioned,
  year: year(),
  /** What the path expects of the year; empty where it is even. */
  path: optionalWhole({ min: 0, max: 10_000_000 }),
  planned: people(),
  enrolled: people(),
  completed: people(),
  dropped: people(),
  placed: people(),
  reportedOn: civilDate(),
  source: optionalText(300),
});
export const removeCohortSchema = z.object({ ...versioned, year: year(), reason: text(500) });

export const programmeListSchema = listParams({
  sort: ["name", "code", "target", "firstYear"],
  defaultSort: "code",
  filters: { institute: filterId(), agreement: filterId() },
});

export type CreateProgrammeInput = z.output<typeof createProgrammeSchema>;
export type UpdateProgrammeInput = z.output<typeof updateProgrammeSchema>;
export type RecordCohortInput = z.output<typeof recordCohortSchema>;
export type RemoveCohortInput = z.output<typeof removeCohortSchema>;
export type ProgrammeListParams = z.output<typeof programmeListSchema>;
