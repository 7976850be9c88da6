import { messageOf } from "@/lib/platform/errors/app-error";
import { fieldsOf, isFigure, toMillionths } from "../return-forms/rules";
import type { ReturnDefinition, ReturnField } from "../return-forms/schema";
import { type Answers, checkTypes, type Problems, type Reasons } from "./rules-answers";
import { type Before, findChanges, type SoftChange } from "./rules-before";
import { findPlaceProblems } from "./rules-parks";
import { findPeopleProblems, findSumProblems } from "./rules-sums";

export type Checked = { answers: Answers; hard: Problems; soft: Record<string, SoftChange[]> };

const MOST_PEOPLE = "1000000";

/**
 * All rules of a form: what is missing, of the wrong kind, out of range or no sum is `hard` and cannot be sent; what
 * moved more than expected since `before` is `soft`, and asks for a reason.
 */
export function checkAnswers(definition: ReturnDefinition, given: Answers, before: Before): Checked {
  const { answers, hard } = checkTypes(definition, given);
  const soft: Checked["soft"] = {};
  for (const field of fieldsOf(definition)) {
    const value = answers[field.key];
    if (value === undefined) {
      if (field.required) hard[field.key] ??= "errors.required";
      continue;
    }
    if (!isFigure(field)) continue;
    const problem = findRangeProblem(field, value);
    if (problem) hard[field.key] ??= problem;
    const changes = findChanges(field, value, before);
    if (changes.length > 0) soft[field.key] = changes;
  }
  for (const [key, message] of [
    ...findSumProblems(definition, answers),
    ...findPeopleProblems(definition, answers),
    ...findPlaceProblems(definition, answers),
  ]) {
    hard[key] ??= message;
  }
  return { answers, hard, soft };
}

/** What of the reasons is missing for the changes that ask for one, by `<key>.code` and `<key>.words`. */
export function findReasonProblems(soft: Checked["soft"], reasons: Reasons): Problems {
  const problems: Problems = {};
  for (const key of Object.keys(soft)) {
    if (!reasons[key]?.code) problems[`${key}.code`] = "errors.choose";
    if (!reasons[key]?.words.trim()) problems[`${key}.words`] = "errors.required";
  }
  return problems;
}

function findRangeProblem(field: ReturnField, value: string): string | null {
  const min = field.min ?? (field.feeds ? "0" : null);
  const max = field.max ?? (field.feeds ? MOST_PEOPLE : null);
  if (min !== null && toMillionths(value) < toMillionths(min)) return messageOf("errors.atLeast", { min });
  if (max !== null && toMillionths(value) > toMillionths(max)) return messageOf("errors.atMost", { max });
  return null;
}
