import { messageOf } from "@/lib/platform/errors/app-error";
import { fieldsOf, fromMillionths, toMillionths } from "../return-forms/rules";
import type { FeedPart, ReturnDefinition } from "../return-forms/schema";
import type { Answers } from "./rules-answers";
import { isPlaceKey } from "./rules-parks";

/** Sums are compared in yuan, whatever each amount is typed in. What is left open adds nothing. */
export function findSumProblems(definition: ReturnDefinition, answers: Answers): [string, string][] {
  const byKey = new Map(fieldsOf(definition).map((field) => [field.key, field]));
  const inYuan = (key: string) => {
    const [field, answer] = [byKey.get(key), answers[key]];
    if (!field || answer === undefined) return null;
    return toMillionths(answer) * (field.money === "WAN" ? 10_000n : 1n);
  };
  return definition.sums.flatMap(({ totalKey, partKeys, kind }): [string, string][] => {
    if (isPlaceKey(partKeys[0])) return [];
    const total = inYuan(totalKey);
    const parts = partKeys.map(inYuan);
    const given = parts.filter((part) => part !== null);
    if (total === null || given.length === 0) return [];
    const sum = given.reduce((all, part) => all + part, 0n);
    const whole = kind === "EQUAL" && given.length === parts.length;
    if (whole ? sum === total : sum <= total) return [];
    // Told in what the total is typed in.
    const unit = byKey.get(totalKey)?.money === "WAN" ? 10_000n : 1n;
    const words = { sum: fromMillionths(sum / unit), total: answers[totalKey] };
    return [[totalKey, messageOf(whole ? "returns.errors.sumEqual" : "returns.errors.sumAtMost", words)]];
  });
}

const peopleGroups: FeedPart[][] = [
  ["own", "dispatched", "other"],
  ["local", "foreign"],
  ["fullTime", "partTime"],
  ["rAndD"],
  ["degree"],
];

/** What feeds the people of a firm must fit its total, as the database asks of every declaration. */
export function findPeopleProblems(definition: ReturnDefinition, answers: Answers): [string, string][] {
  const byPart = new Map(
    fieldsOf(definition).flatMap((field) => (field.feeds ? [[field.feeds, field]] : [])),
  );
  const people = toPeople(definition, answers);
  if (!people) return [];
  return peopleGroups.flatMap((group): [string, string][] => {
    const first = group.map((part) => byPart.get(part)).find(Boolean);
    if (!first) return [];
    if (group.every((part) => people[part] === null)) return [];
    const sum = group.reduce((all, part) => all + (people[part] ?? 0), 0);
    const whole = group[0] === "own" && group.every((part) => people[part] !== null);
    if (whole ? sum === people.total : sum <= people.total) return [];
    return [[first.key, messageOf("headcounts.errors.partsFit", { sum, total: people.total })]];
  });
}

export type People = { total: number } & Record<Exclude<FeedPart, "total">, number | null>;

/** What a firm's answers say of its people, or null where the form does not ask or the total is not there. */
export function toPeople(definition: ReturnDefinition, answers: Answers): People | null {
  const fields = fieldsOf(definition).filter(({ feeds }) => feeds);
  const of = (part: FeedPart) => {
    const key = fields.find(({ feeds }) => feeds === part)?.key;
    const answer = key === undefined ? undefined : answers[key];
    return answer === undefined ? null : Number(answer);
  };
  const total = of("total");
  if (total === null) return null;
  return {
    total,
    ...{ own: of("own"), dispatched: of("dispatched"), other: of("other") },
    ...{ local: of("local"), foreign: of("foreign"), rAndD: of("rAndD"), degree: of("degree") },
    ...{ fullTime: of("fullTime"), partTime: of("partTime") },
  };
}
