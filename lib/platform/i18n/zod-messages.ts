import { z } from "zod";

/**
 * Turns zod's own issues into translation keys, so that one schema speaks both languages in the form, the
 * action, the API and the import. A message that a schema sets itself is a key already, and wins.
 * Importing this file is enough; `lib/platform/values` does, and with it every schema.
 */
z.config({ customError: (issue) => keyFor(issue as Issue) });

type Issue = {
  code?: string;
  input?: unknown;
  expected?: string;
  origin?: string;
  format?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
};

function keyFor(issue: Issue): string {
  const empty = issue.input === undefined || issue.input === null || issue.input === "";
  switch (issue.code) {
    case "invalid_type":
      if (issue.expected === "int") return "errors.whole";
      if (empty || Number.isNaN(issue.input)) return "errors.required";
      return issue.expected === "number" ? "errors.number" : "errors.invalid";
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      if (issue.origin === "string") return `errors.tooLong?max=${issue.maximum}`;
      if (isCollection(issue)) return `errors.tooMany?max=${issue.maximum}`;
      return `errors.atMost?max=${issue.maximum}`;
    case "invalid_format":
      return empty ? "errors.required" : (formats[issue.format ?? ""] ?? "errors.invalid");
    case "invalid_value":
    case "invalid_union":
      return empty ? "errors.required" : "errors.choose";
    case "not_multiple_of":
      return "errors.whole";
    default:
      return "errors.invalid";
  }
}

function tooSmall(issue: Issue): string {
  if (issue.origin === "string") {
    return Number(issue.minimum) <= 1 ? "errors.required" : `errors.tooShort?min=${issue.minimum}`;
  }
  if (isCollection(issue)) return `errors.tooFew?min=${issue.minimum}`;
  return `errors.atLeast?min=${issue.minimum}`;
}

function isCollection(issue: Issue): boolean {
  return issue.origin === "array" || issue.origin === "set";
}

const formats: Record<string, string> = {
  email: "errors.email",
  url: "errors.url",
  date: "errors.date",
  datetime: "errors.date",
  uuid: "errors.choose",
};
