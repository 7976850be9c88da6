import type { CivilDate } from "@/lib/platform/dates/civil";
import { parseCivilDate } from "@/lib/platform/dates/parse";
import type { ReturnState, RoundStanding } from "@/lib/platform/db/generated/enums";
import { conflict, messageOf } from "@/lib/platform/errors/app-error";
import { decimalPlaces, parseHumanNumber } from "@/lib/platform/values/parse-number";
import { fieldsOf, fromMillionths, isFigure, toMillionths } from "../return-forms/rules";
import type { FeedPart, ReturnDefinition, ReturnField, SoftReason } from "../return-forms/schema";

/** What a firm said, by the keys of the form's fields; nothing said is not there. Figures are plain decimals. */
export type Answers = Record<string, string>;
export type Reasons = Record<string, { code: SoftReason | ""; words: string }>;
/** Messages by the keys of fields. */
export type Problems = Record<string, string>;

/** A figure that moved more than its field expects. `percent` is null where it was nothing before. */
export type SoftChange = {
  against: "LAST" | "YEAR_AGO";
  was: string;
  percent: string | null;
  limit: string;
};

export type Before = { last: Answers | null; yearAgo: Answers | null };

export type Checked = { answers: Answers; hard: Problems; soft: Record<string, SoftChange[]> };

const LONGEST_TEXT = 2000;
const MOST = 1e15;
const MOST_PEOPLE = "1000000";

/** What was typed, read by the type of each field; nothing need be there. Keys that the form does not know are let go. */
export function checkTypes(definition: ReturnDefinition, given: Answers): Omit<Checked, "soft"> {
  const answers: Answers = {};
  const hard: Problems = {};
  for (const field of fieldsOf(definition)) {
    const text = String(given[field.key] ?? "").trim();
    if (text === "") continue;
    const read = readAnswer(field, text);
    if ("problem" in read) hard[field.key] = read.problem;
    else answers[field.key] = read.value;
  }
  return { answers, hard };
}

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
    const changes = [
      findChange("LAST", field.soft.last, value, before.last?.[field.key]),
      findChange("YEAR_AGO", field.soft.yearAgo, value, before.yearAgo?.[field.key]),
    ].filter((change) => change !== null);
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

function readAnswer(field: ReturnField, text: string): { value: string } | { problem: string } {
  if (field.type === "DATE") {
    const date = parseCivilDate(text);
    return date ? { value: date } : { problem: "errors.date" };
  }
  if (field.type === "CHOICE") {
    const known = field.options.some(({ key }) => key === text);
    return known ? { value: text } : { problem: "errors.choose" };
  }
  if (field.type === "TEXT") {
    if (text.length <= LONGEST_TEXT) return { value: text };
    return { problem: messageOf("errors.tooLong", { max: LONGEST_TEXT }) };
  }
  const number = parseHumanNumber(text);
  if (number === null) return { problem: "errors.number" };
  if (decimalPlaces(number) > field.decimals) {
    return { problem: field.decimals === 0 ? "errors.whole" : `errors.decimals?dp=${field.decimals}` };
  }
  if (Math.abs(Number(number)) > MOST) return { problem: messageOf("errors.atMost", { max: MOST }) };
  return { value: number };
}

function findRangeProblem(field: ReturnField, value: string): string | null {
  const min = field.min ?? (field.feeds ? "0" : null);
  const max = field.max ?? (field.feeds ? MOST_PEOPLE : null);
  if (min !== null && toMillionths(value) < toMillionths(min)) return messageOf("errors.atLeast", { min });
  if (max !== null && toMillionths(value) > toMillionths(max)) return messageOf("errors.atMost", { max });
  return null;
}

/** Exactly: |now − was| × 100 > limit × |was|. From nothing, every change is beyond. */
function findChange(
  against: SoftChange["against"],
  limit: string | null,
  value: string,
  was: string | undefined,
): SoftChange | null {
  if (limit === null || was === undefined) return null;
  const before = toMillionths(was);
  const moved = abs(toMillionths(value) - before);
  if (moved * 100_000_000n <= toMillionths(limit) * abs(before)) return null;
  // Tenths of a per cent, halves up.
  const tenths = before === 0n ? null : (moved * 2000n + abs(before)) / (abs(before) * 2n);
  return { against, was, limit, percent: tenths === null ? null : `${tenths / 10n}.${tenths % 10n}` };
}

const abs = (value: bigint) => (value < 0n ? -value : value);

/** Sums are compared in yuan, whatever each amount is typed in. What is left open adds nothing. */
function findSumProblems(definition: ReturnDefinition, answers: Answers): [string, string][] {
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

/** A park where a firm is, with its names. */
export type Place = { id: string; nameZh: string | null; nameEn: string | null };

const PLACE = "inPark";
/** The key of the box for a park: no form's own field is called so, and it is the same in every period. */
export const placeKey = (parkId: string): string => `${PLACE}${parkId.replaceAll("-", "")}`;
const isPlaceKey = (key: string | undefined) => key !== undefined && /^inPark[0-9a-f]{32}$/.test(key);

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
function findPlaceProblems({ sums }: ReturnDefinition, answers: Answers): [string, string][] {
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

const peopleGroups: FeedPart[][] = [
  ["own", "dispatched", "other"],
  ["local", "foreign"],
  ["fullTime", "partTime"],
  ["rAndD"],
  ["degree"],
];

/** What feeds the people of a firm must fit its total, as the database asks of every declaration. */
function findPeopleProblems(definition: ReturnDefinition, answers: Answers): [string, string][] {
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

/** Earlier answers in the words of another version of the form: figures of one kind alone, amounts in its unit. */
export function toComparable(then: ReturnDefinition, answers: Answers, now: ReturnDefinition): Answers {
  const earlier = new Map(fieldsOf(then).map((field) => [field.key, field]));
  const comparable: Answers = {};
  for (const field of fieldsOf(now)) {
    const [was, answer] = [earlier.get(field.key), answers[field.key]];
    if (was?.type !== field.type || answer === undefined) continue;
    if (field.type === "CHOICE" && !field.options.some(({ key }) => key === answer)) continue;
    comparable[field.key] = was.money === field.money ? answer : toUnit(answer, field.money);
  }
  return comparable;
}

const toUnit = (answer: string, money: ReturnField["money"]) =>
  money === "WAN" ? fromTenBillionths(toMillionths(answer)) : fromMillionths(toMillionths(answer) * 10_000n);

/** A ten-thousandth of a number of millionths, whatever places that takes. */
function fromTenBillionths(value: bigint): string {
  const digits = String(abs(value)).padStart(11, "0");
  const fraction = digits.slice(-10).replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -10)}${fraction ? `.${fraction}` : ""}`;
}

type Window = {
  scopedAt: Date | null;
  closedAt: Date | null;
  standing: RoundStanding;
  opensOn: CivilDate;
  closesOn: CivilDate;
};

/**
 * Whether answers may be typed and sent on a day: while the round is open, or within an officer's exception. Never once
 * its figures are final: the office could not accept what came.
 */
export function isOpenOn(round: Window, openUntil: CivilDate | null, today: CivilDate): boolean {
  if (!round.scopedAt || round.standing === "FINAL" || today < round.opensOn) return false;
  return (!round.closedAt && today <= round.closesOn) || (openUntil !== null && today <= openUntil);
}

type LastDays = { dueOn: CivilDate; closesOn: CivilDate; closedAt: Date | string | null };

/**
 * By when one firm's answer is due, and the last day on which it may be sent: the round's days, or those that an
 * officer's exception gives it. An exception never shortens.
 */
export function ownDays(
  { dueOn, closesOn, closedAt }: LastDays,
  openUntil: CivilDate | null,
): { dueOn: CivilDate; closesOn: CivilDate } {
  if (openUntil === null || openUntil <= dueOn) return { dueOn, closesOn };
  return { dueOn: openUntil, closesOn: closedAt || openUntil > closesOn ? openUntil : closesOn };
}

export const fillableStates: readonly ReturnState[] = ["NOT_STARTED", "DRAFT", "RETURNED", "ESTIMATED"];
/** Sent, and not sent back: what a round's response counts. */
export const usableStates: readonly ReturnState[] = ["SUBMITTED", "ACCEPTED"];

/** Not sent, or sent back: what a firm may type at, in time. */
export const isFillable = (state: ReturnState): boolean => fillableStates.includes(state);

/** @throws AppError CONFLICT for an answer that is with the office, accepted or not asked for, or out of time */
export function assertFillable(state: ReturnState, open: boolean): void {
  if (!isFillable(state)) throw conflict(`returns.errors.not${state === "EXEMPT" ? "Asked" : "Yours"}`);
  if (!open) throw conflict("returns.errors.notOpen");
}

/** @throws AppError CONFLICT for an answer that is not in one of the states */
export function assertState(state: ReturnState, wanted: readonly ReturnState[], message: string): void {
  if (!wanted.includes(state)) throw conflict(message);
}

/** First received after it was due. */
export const isLate = (receivedOn: CivilDate | null, dueOn: CivilDate): boolean =>
  receivedOn !== null && receivedOn > dueOn;
