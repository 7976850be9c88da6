import { z } from "zod";
import { filterId, filterText, listParams } from "@/lib/platform/paging/list-params";
import { civilDate } from "@/lib/platform/values/dates";
import { optionalWhole, wholeNumber } from "@/lib/platform/values/numbers";
import { optionalText } from "@/lib/platform/values/text";

/** The parts of a total, by what they say of the people; each part may be left open. */
export const headcountParts = [
  "own",
  "dispatched",
  "other",
  "local",
  "foreign",
  "fullTime",
  "partTime",
  "rAndD",
  "degree",
] as const;

const people = () => optionalWhole({ min: 0, max: 1_000_000 });

const fields = {
  on: civilDate(),
  total: wholeNumber({ min: 0, max: 1_000_000 }),
  own: people(),
  dispatched: people(),
  other: people(),
  local: people(),
  foreign: people(),
  fullTime: people(),
  partTime: people(),
  rAndD: people(),
  degree: people(),
};

type Parts = { total: number } & Record<(typeof headcountParts)[number], number | null>;

/** Groups of parts must not exceed the total; own, dispatched and other, where all are given, make it. */
function checkParts(people: Parts, context: z.RefinementCtx) {
  const groups = [
    ["own", "dispatched", "other"],
    ["local", "foreign"],
    ["fullTime", "partTime"],
    ["rAndD"],
    ["degree"],
  ] as const;
  for (const group of groups) {
    const sum = group.reduce((total, part) => total + (people[part] ?? 0), 0);
    const whole = group[0] === "own" && group.every((part) => people[part] !== null);
    if (sum > people.total || (whole && sum !== people.total)) {
      const message = `headcounts.errors.partsFit?sum=${sum}&total=${people.total}`;
      context.addIssue({ code: "custom", path: [group[0]], message });
    }
  }
}

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const createHeadcountSchema = z
  .object({ enterpriseId: z.uuid(), parkId: z.uuid(), ...fields })
  .superRefine(checkParts);
export const updateHeadcountSchema = z.object({ ...versioned, ...fields }).superRefine(checkParts);
export const deleteHeadcountSchema = z.object({ ...versioned, reason: optionalText(500) });

export const headcountListSchema = listParams({
  sort: ["on", "total"],
  defaultSort: "-on",
  filters: { park: filterText(), enterprise: filterId() },
});

export type CreateHeadcountInput = z.output<typeof createHeadcountSchema>;
export type UpdateHeadcountInput = z.output<typeof updateHeadcountSchema>;
export type DeleteHeadcountInput = z.output<typeof deleteHeadcountSchema>;
export type HeadcountListParams = z.output<typeof headcountListSchema>;
