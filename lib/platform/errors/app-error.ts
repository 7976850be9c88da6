import type { FailureCode, StaleDetails } from "../action/result";

/** A message key with its parameters, as forms and files carry it: `errors.tooLong?max=200`. */
export function messageOf(
  key: string,
  params: Record<string, string | number | null | undefined> = {},
): string {
  const given = Object.entries(params).filter(([, value]) => value !== null && value !== undefined);
  if (given.length === 0) return key;
  return `${key}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

/** A refusal in the office's words. Everything else that is thrown is a fault, and shown as one. */
export class AppError extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
    readonly fieldErrors?: Record<string, string>,
    readonly stale?: StaleDetails,
  ) {
    super(message);
    this.name = "AppError";
  }
}

/** The same answer for what does not exist and for what is out of reach. */
export const notFound = () => new AppError("NOT_FOUND", "errors.notFound");
export const forbidden = () => new AppError("FORBIDDEN", "errors.forbidden");
export const signedOut = () => new AppError("SIGNED_OUT", "errors.signedOut");
/** A rule refused values: each message beside its field. */
export const invalid = (fieldErrors: Record<string, string>, message = "errors.invalid") =>
  new AppError("INVALID", message, fieldErrors);
/** A rule of the record refused the verb as a whole. */
export const conflict = (message: string, fieldErrors?: Record<string, string>) =>
  new AppError("CONFLICT", message, fieldErrors);
