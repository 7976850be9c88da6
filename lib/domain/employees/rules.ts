import { conflict, invalid } from "@/lib/platform/errors/app-error";

/** A PRC identity number of 18 characters, or of 15 as they once were. */
const PRC = /(?<!\d)(\d{17}[\dX]|\d{15})(?!\d)/i;
/** Passports as China, Singapore, Hong Kong, Malaysia and most others number them, and Singapore's NRIC and FIN. */
const PASSPORT = /(?<![A-Z0-9])([A-Z]{1,2}\d{7,8}[A-Z]?|[STFGM]\d{7}[A-Z])(?![A-Z0-9])/i;

/** What a text has of an identity number, as a message; null where it has none. Names never have six digits in a row. */
export function findIdentityProblem(text: string, what: "name" | "staffNo"): string | null {
  const plain = text.normalize("NFKC");
  const joined = plain.replace(/[\s-]/g, "");
  if (PRC.test(joined) || PASSPORT.test(plain)) return "employees.errors.identityNumber";
  return what === "name" && /\d{6}/.test(joined) ? "employees.errors.identityNumber" : null;
}

/** Days before which a permit that ends is spoken of. */
export const PERMIT_DAYS = [30, 60, 90] as const;

type Days = { joinedOn: string; leftOn: string | null };

/** Whether somebody works there on a day: from the day they join to the day before they leave. */
export function isPresent({ joinedOn, leftOn }: Days, on: string): boolean {
  return joinedOn <= on && (leftOn === null || leftOn > on);
}

/** @throws AppError CONFLICT for a row whose personal data were purged: what is left of it are counts */
export function assertNotPurged({ purgedAt }: { purgedAt: Date | null }): void {
  if (purgedAt) throw conflict("employees.errors.purged");
}

/** @throws AppError CONFLICT who has left already; INVALID a day before the first */
export function assertCanLeave(employee: Days, leftOn: string): void {
  if (employee.leftOn) throw conflict("employees.errors.leftAlready");
  if (leftOn < employee.joinedOn) throw invalid({ leftOn: "errors.datesOrdered" });
}
