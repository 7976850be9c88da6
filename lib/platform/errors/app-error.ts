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

/**
 * What Next reads on an error that a page let through: the refusal's own page with its own status, instead of
 * the page for faults. Queries and services thereby know nothing of Next, and pages need not catch.
 */
const digests: Partial<Record<FailureCode, string>> = {
  FORBIDDEN: "NEXT_HTTP_ERROR_FALLBACK;403",
  NOT_FOUND: "NEXT_HTTP_ERROR_FALLBACK;404",
};

/** A refusal in the office's words. Everything else that is thrown is a fault, and shown as one. */
export class AppError extends Error {
  readonly digest: string | undefined;

  constructor(
    readonly code: FailureCode,
    message: string,
    readonly fieldErrors?: Record<string, string>,
    readonly stale?: StaleDetails,
  ) {
    super(message);
    this.name = "AppError";
    this.digest = digests[code];
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
