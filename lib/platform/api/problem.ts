import "server-only";
import { AppError } from "../errors/app-error";
import type { Locale } from "../i18n/locales";
import { translateMessage } from "../i18n/translate-message";
import { wordsFor } from "./words";

const STATUS = {
  INVALID: 400,
  SIGNED_OUT: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  STALE: 409,
  LIMITED: 429,
  UNEXPECTED: 500,
  MEDIA_TYPE: 415,
  TOO_LARGE: 413,
  KEY_REUSED: 422,
  VERSION_NEEDED: 428,
  VERSION_STALE: 412,
} as const;

const PLAIN = new Set([
  "errors.invalid",
  "errors.signedOut",
  "errors.forbidden",
  "errors.notFound",
  "errors.conflict",
  "errors.stale",
  "errors.limited",
  "errors.unexpected",
]);

type ProblemCode = keyof typeof STATUS;

/** RFC 9457. `code` is ours, and `errors` names each field that was refused. */
interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  errors?: { field: string; message: string }[];
}

/** A refusal that only the API knows, since it is about the request and not about what the office does. */
export class ApiRefusal extends Error {
  readonly fieldErrors: Record<string, string> | undefined;

  constructor(
    readonly code: ProblemCode,
    message: string,
    /** Members of the problem beside the usual ones. */
    readonly members: Record<string, unknown> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = "ApiRefusal";
  }
}

/** A refusal as problem JSON in the reader's language. Nothing in it depends on whether a foreign row exists. */
export async function toProblem(error: AppError | ApiRefusal, locale: Locale): Promise<Response> {
  const t = await wordsFor(locale);
  const title = t(`api.problems.${error.code}`);
  // The plain refusals speak to somebody at a form; only a particular reason adds something here.
  const detail = PLAIN.has(error.message) ? undefined : translateMessage(t, error.message);
  const errors = Object.entries(error.fieldErrors ?? {}).map(([field, message]) => ({
    field,
    message: translateMessage(t, message),
  }));
  const problem: Problem = {
    type: "about:blank",
    title,
    status: STATUS[error.code],
    code: error.code,
    ...(detail && { detail }),
    ...(errors.length > 0 && { errors }),
  };
  const more = error instanceof ApiRefusal ? error : { members: {}, headers: {} };
  return new Response(JSON.stringify({ ...problem, ...more.members }), {
    status: problem.status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "content-language": locale === "zh" ? "zh-CN" : "en",
      "cache-control": "no-store",
      vary: "accept-language, authorization, cookie",
      ...(problem.status === 401 && { "www-authenticate": 'Bearer realm="api"' }),
      ...more.headers,
    },
  });
}

export const unexpected = () => new AppError("UNEXPECTED", "errors.unexpected");
