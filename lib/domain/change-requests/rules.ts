import { conflict } from "@/lib/platform/errors/app-error";

/**
 * What a firm may do to each field of its own record. FREE: it changes at once. REVIEWED: it asks, the office decides.
 * LOCKED: the office's own.
 */
export const fieldClasses = {
  nameZh: "REVIEWED",
  nameEn: "REVIEWED",
  shortName: "REVIEWED",
  identifiers: "REVIEWED",
  sectorCode: "REVIEWED",
  cluster: "REVIEWED",
  headquarters: "REVIEWED",
  country: "REVIEWED",
  ultimateParent: "REVIEWED",
  foreignShare: "REVIEWED",
  qualifications: "REVIEWED",
  contacts: "FREE",
  website: "FREE",
  description: "FREE",
  formerNames: "LOCKED",
  stage: "LOCKED",
  publicBody: "LOCKED",
  tags: "LOCKED",
  ownerId: "LOCKED",
  branchOfId: "LOCKED",
  presences: "LOCKED",
  custom: "LOCKED",
} as const;
export type FieldClass = (typeof fieldClasses)[keyof typeof fieldClasses];

/** The questions that a firm is asked about itself, one group at a time. Qualifications are asked one by one. */
export const profileGroups = {
  names: ["nameZh", "nameEn", "shortName"],
  identifiers: ["identifiers"],
  business: ["cluster", "sectorCode", "country", "ultimateParent", "foreignShare", "headquarters"],
  contacts: ["contacts"],
  about: ["website", "description"],
} as const;
export type ProfileGroup = keyof typeof profileGroups;
export const reviewedGroups = ["names", "identifiers", "business"] as const;
export type ReviewedGroup = (typeof reviewedGroups)[number];

export const milestoneFields = ["forecastOn", "actualOn", "evidence", "noEvidenceReason"] as const;
export type MilestoneField = (typeof milestoneFields)[number];

/** One qualification is one field of a request, so that each is decided with its own document. */
const QUALIFICATION = "qualification:";
export const qualificationField = (id: string) => `${QUALIFICATION}${id}`;
/** The qualification that a field is about; null for every other field. */
export function qualificationOf(field: string): string | null {
  return field.startsWith(QUALIFICATION) ? field.slice(QUALIFICATION.length) : null;
}

/** The page that asks for a field of the firm's own record. */
export function groupOf(field: string): ReviewedGroup | "qualifications" | null {
  if (qualificationOf(field)) return "qualifications";
  return reviewedGroups.find((group) => profileGroups[group].some((name) => name === field)) ?? null;
}

/** A value of a field as it is kept and compared: what JSON can hold. */
export type FieldValue =
  | string
  | boolean
  | null
  | { [part: string]: unknown }
  | { [part: string]: unknown }[];

/** Whether two values of a field say the same, whatever the order of their parts. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (value === null || value === undefined || value === "") return "null";
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const parts = Object.entries(value).map(([name, part]) => `${name}:${canonical(part)}`);
  return `{${parts.sort().join()}}`;
}

type State = "OPEN" | "RETURNED" | "DECIDED" | "WITHDRAWN";

/** @throws AppError CONFLICT where a request is past what is to be done to it */
export function assertState({ state }: { state: State }, ...wanted: State[]): void {
  if (!wanted.includes(state)) throw conflict(`change-requests.errors.state${state}`);
}

type Field = {
  field: string;
  after: unknown;
  attachmentId: string | null;
};

/**
 * Whether what a field says should be shown by a paper or in words, and is not: such a request is looked at by itself.
 * @param words what the request's other fields say as evidence
 */
export function lacksEvidence({ field, after, attachmentId }: Field, words: unknown): boolean {
  if (after === null || after === undefined || attachmentId) return false;
  if (qualificationOf(field)) return true;
  if (field === "actualOn") return !words;
  if (field === "measurement") return !(after as { evidence?: unknown }).evidence;
  return false;
}
