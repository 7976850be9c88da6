import { messageOf } from "@/lib/platform/errors/app-error";
import { fieldsOf } from "../return-forms/rules";
import type { ReturnDefinition } from "../return-forms/schema";
import type { Answers } from "./rules-answers";

/** A park where a firm is, with its names. */
export type Place = { id: string; nameZh: string | null; nameEn: string | null };

const PLACE = "inPark";
/** The key of the box for a park: no form's own field is called so, and it is the same in every period. */
export const placeKey = (parkId: string): string => `${PLACE}${parkId.replaceAll("-", "")}`;
export const isPlaceKey = (key: string | undefined) => key !== undefined && /^inPark[0-9a-f]{32}$/.test(key);

const placeWords = {
  titleZh: "从业人员所在园区",
  titleEn: "Where they work",
  helpZh: "上述从业人员合计中，在各园区工作的人数；各园区之和应等于合计。",
  helpEn: "Of the people above, how many work in each park. Together they make the total.",
};

/**
 * The questions of a form as a firm in several parks is asked them: behind its people stands a box for each park. A firm
 * of one park, and a form that asks for no people, are asked nothing more.
 */
export function withPlaces(definition: ReturnDefinition, places: readonly Place[]): ReturnDefinition {
  const total = fieldsOf(definition).find(({ feeds }) => feeds === "total");
  if (!total || places.length < 2) return definition;
  const fields = places.map(({ id, nameZh, nameEn }) => ({
    ...{
      ...total,
      key: placeKey(id),
      labelZh: nameZh,
      labelEn: nameEn,
      definitionZh: null,
      definitionEn: null,
    },
    ...{ min: "0", max: total.max, soft: { last: null, yearAgo: null }, feeds: null },
  }));
  const section = { key: PLACE, ...placeWords, fields };
  return {
    sections: definition.sections.flatMap((one) => (one.fields.includes(total) ? [one, section] : [one])),
    sums: [
      ...definition.sums,
      { totalKey: total.key, partKeys: fields.map(({ key }) => key), kind: "EQUAL" as const },
    ],
  };
}

/** What a firm's answers say of its people park by park; null where it is not asked by park. */
export function toPeopleByPark(
  places: readonly Place[],
  answers: Answers,
): { parkId: string; total: number }[] | null {
  const people = places.map(({ id }) => ({ parkId: id, answer: answers[placeKey(id)] }));
  if (people.length < 2 || people.some(({ answer }) => answer === undefined)) return null;
  return people.map(({ parkId, answer }) => ({ parkId, total: Number(answer) }));
}

/** The parks come to the total, to a head; told at the first box. */
export function findPlaceProblems({ sums }: ReturnDefinition, answers: Answers): [string, string][] {
  return sums.flatMap(({ totalKey, partKeys }): [string, string][] => {
    const [first] = partKeys;
    if (first === undefined || !isPlaceKey(first)) return [];
    const [total, parts] = [answers[totalKey], partKeys.map((key) => answers[key])];
    if (total === undefined || parts.some((part) => part === undefined)) return [];
    const sum = parts.reduce((all, part) => all + Number(part), 0);
    if (sum === Number(total)) return [];
    return [[first, messageOf("returns.errors.placesEqual", { sum, total })]];
  });
}
