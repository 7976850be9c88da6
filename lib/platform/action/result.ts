/** What every server action answers. Messages are translation keys with optional query parameters. */
export type FailureCode =
  | "INVALID"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "STALE"
  | "SIGNED_OUT"
  | "LIMITED"
  | "UNEXPECTED";

/** Someone saved first: their version, who and when, and their value of each field that they changed. */
export type StaleDetails = {
  version: number;
  by: string;
  at: string;
  theirs: Record<string, string | null>;
};

export type ActionFailure = {
  ok: false;
  code: FailureCode;
  /** Such as `errors.required` or `leases.errors.leaseNoTaken?no=L-1`. */
  message: string;
  /** Keyed by the form's own paths: `endsOn`, `lines.0.area`. */
  fieldErrors?: Record<string, string>;
  stale?: StaleDetails;
};

export type ActionSuccess<T> = { ok: true; data: T; changeSetId?: string };

export type ActionResult<T> = ActionSuccess<T> | ActionFailure;
