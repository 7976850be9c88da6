// This one rule: the package as a whole brings every country's into the browser.
import { validate as validateUen } from "stdnum/lib/cjs/sg/uen.js";
import { MAX_TAGS, toTags } from "@/lib/platform/values/text";

const USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Why an identifier is refused, as a message key; null when it is right. */
export type IdentifierProblem =
  | "enterprises.errors.damagedCode"
  | "enterprises.errors.uscc"
  | "enterprises.errors.uen"
  | null;

/** Capital letters, plain width, no spaces: the way identifiers are kept and compared. */
export function toIdentifier(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
}

/** A number that a spreadsheet has rounded, such as 9.14403E+17: its digits are lost and cannot be guessed. */
export function isDamagedCode(text: string): boolean {
  return /^\d(\.\d+)?E\+\d+$/i.test(text.trim()) || /^\d{15}000$/.test(text.trim());
}

/**
 * Whether the text is a unified social credit code (GB 32100-2015): 18 characters, the last of them
 * (31 − Σ value × weight mod 31) mod 31.
 */
export function isUscc(code: string): boolean {
  if (code.length !== 18) return false;
  const values = [...code].map((character) => USCC_ALPHABET.indexOf(character));
  if (values.includes(-1)) return false;
  const sum = USCC_WEIGHTS.reduce((total, weight, i) => total + weight * (values[i] ?? 0), 0);
  return values[17] === (31 - (sum % 31)) % 31;
}

/** Whether the text is a Singapore unique entity number. */
export function isUen(code: string): boolean {
  return validateUen(code).isValid;
}

/** What is wrong with an identifier, already in its kept form. */
export function findIdentifierProblem(type: "USCC" | "UEN" | "OTHER", value: string): IdentifierProblem {
  if (isDamagedCode(value)) return "enterprises.errors.damagedCode";
  if (type === "USCC" && !isUscc(value)) return "enterprises.errors.uscc";
  if (type === "UEN" && !isUen(value)) return "enterprises.errors.uen";
  return null;
}

/** The 17 characters before the check character, completed. For the sample zone and for tests. */
export function completeUscc(first17: string): string {
  const sum = USCC_WEIGHTS.reduce(
    (total, weight, i) => total + weight * USCC_ALPHABET.indexOf(first17[i] ?? ""),
    0,
  );
  return first17 + USCC_ALPHABET[(31 - (sum % 31)) % 31];
}

const legalEnds = [
  "股份有限公司",
  "有限责任公司",
  "有限公司",
  "股份公司",
  "集团公司",
  "公司",
  "普通合伙",
  "有限合伙",
  "合伙企业",
  "co ltd",
  "company limited",
  "private limited",
  "pte ltd",
  "pte limited",
  "pty ltd",
  "limited",
  "ltd",
  "inc",
  "corp",
  "corporation",
  "llc",
  "llp",
  "plc",
  "gmbh",
  "co",
];
const asides = /[(（][^()（）]*[)）]/g;
const keptAsides = /^(中国|china|广州|guangzhou|上海|北京|深圳|singapore|新加坡)$/;

/**
 * The key that two spellings of one firm share: one width, one case, simplified characters, without brackets
 * such as (中国) and without the legal form at either end. Empty when nothing but those is left: never match on it.
 */
export function toNameKey(
  name: string | null | undefined,
  toSimplified: (text: string) => string = (text) => text,
): string {
  let key = toSimplified((name ?? "").normalize("NFKC")).toLowerCase();
  key = key.replace(asides, (aside) =>
    keptAsides.test(aside.slice(1, -1).trim()) ? " " : ` ${aside.slice(1, -1)} `,
  );
  key = key
    .replace(/[.,·・'"“”’&、，。\-_/]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  for (let changed = true; changed; ) {
    changed = false;
    for (const end of legalEnds) {
      const han = /\p{Script=Han}/u.test(end);
      if (key.endsWith(han ? end : ` ${end}`) || key === end) {
        key = key.slice(0, key.length - end.length).trim();
        changed = true;
      }
    }
  }
  return key.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "");
}

/** What two records of one firm may differ in, and one of them decides. */
export const mergeFields = [
  "nameZh",
  "nameEn",
  "shortName",
  "cluster",
  "sectorCode",
  "country",
  "ultimateParent",
  "foreignShare",
  "headquarters",
  "publicBody",
  "stage",
  "website",
  "description",
  "ownerId",
] as const;
export type MergeField = (typeof mergeFields)[number];
/** One of them, or a custom field by its id. */
export type MergeChoice = MergeField | `custom.${string}`;

type MergeNames = {
  nameZh: string | null;
  nameEn: string | null;
  shortName: string | null;
  formerNames: string[];
};

/** Nothing said: nothing typed, or the cluster that a firm has until somebody chooses. */
export function isUnsaid(field: MergeField, value: unknown): boolean {
  return value === null || value === undefined || value === "" || (field === "cluster" && value === "OTHER");
}

/**
 * Of two records of one firm: the staying one's values, the other's where that says nothing or as chosen. Every
 * name that is not kept is a former one, and the tags of both are its tags.
 */
export function computeMerged<
  Firm extends MergeNames & { tags: string[] } & { [Field in MergeField]: unknown },
>(stays: Firm, goes: Firm, take: readonly MergeChoice[]): Pick<Firm, MergeField | "formerNames" | "tags"> {
  const chosen = Object.fromEntries(
    mergeFields.map((field) => [field, decides(stays, goes, take, field)[field]]),
  ) as Pick<Firm, MergeField>;
  const tags = toTags([...stays.tags, ...goes.tags]).slice(0, MAX_TAGS);
  return { ...chosen, formerNames: toFormerNames(stays, goes, take), tags };
}

/** The same of custom fields, by their ids. */
export function computeMergedCustom<Value>(
  stays: Record<string, Value>,
  goes: Record<string, Value>,
  take: readonly MergeChoice[],
): Record<string, Value> {
  const taken = Object.entries(goes).filter(([id]) => take.includes(`custom.${id}`));
  return { ...goes, ...stays, ...Object.fromEntries(taken) };
}

/** The names of both records that the firm is not called by afterwards, each once. */
export function toFormerNames(stays: MergeNames, goes: MergeNames, take: readonly MergeChoice[]): string[] {
  const kept = nameFields.map((field) => decides(stays, goes, take, field)[field]);
  const names = [stays, goes].flatMap((firm) => [
    ...firm.formerNames,
    ...nameFields.map((field) => firm[field]),
  ]);
  return [...new Set(names.filter((name): name is string => Boolean(name) && !kept.includes(name)))];
}

const nameFields = ["nameZh", "nameEn", "shortName"] as const;

/** Which of two records says a field's value. */
function decides<Firm extends { [F in Field]: unknown }, Field extends MergeField>(
  stays: Firm,
  goes: Firm,
  take: readonly MergeChoice[],
  field: Field,
): Firm {
  if (isUnsaid(field, goes[field])) return stays;
  return take.includes(field) || isUnsaid(field, stays[field]) ? goes : stays;
}
