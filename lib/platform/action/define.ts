import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { countPublicCall } from "../auth/public-limit";
import { currentViewer } from "../auth/session";
import type { Viewer } from "../auth/viewer";
import { toAppError } from "../db/constraints";
import { AppError, invalid, signedOut } from "../errors/app-error";
import { logger } from "../log/logger";
import "../i18n/zod-messages";
import type { ActionFailure, ActionResult } from "./result";

/**
 * A server action from a schema and a service: who asks, is it well formed, do it, and answer in a form's
 * terms. Faults are logged and told as one neutral sentence, never with their text.
 */
export function defineAction<Schema extends z.ZodType, Data extends object>(
  schema: Schema,
  service: (viewer: Viewer, input: z.output<Schema>) => Promise<Data>,
): (input: z.input<Schema>) => Promise<ActionResult<Data>> {
  return async (input) =>
    answer(async () => {
      const viewer = await currentViewer();
      if (!viewer) throw signedOut();
      return service(viewer, parse(schema, input));
    });
}

/**
 * As defineAction, for the few writes that need no account: their proof is in the input itself (a one-time link), or
 * they only ask (`limited`: so many times an hour from one place).
 */
export function definePublicAction<Schema extends z.ZodType, Data extends object>(
  schema: Schema,
  service: (input: z.output<Schema>) => Promise<Data>,
  limited?: { name: string; anHour: number; message: string },
): (input: z.input<Schema>) => Promise<ActionResult<Data>> {
  return async (input) =>
    answer(async () => {
      const parsed = parse(schema, input);
      if (limited && !(await countPublicCall(limited.name, limited.anHour)))
        throw new AppError("LIMITED", limited.message);
      return service(parsed);
    });
}

type Option = { value: string; label: string; hint?: string };

/** A type-ahead of a form: the best matches for a text. Whoever is signed out finds nothing. */
export function defineSearch(
  list: (viewer: Viewer, query: string) => Promise<Option[]>,
): (query: string) => Promise<Option[]> {
  return async (query) => {
    const viewer = await currentViewer();
    return viewer ? list(viewer, String(query).normalize("NFKC").trim().slice(0, 100)) : [];
  };
}

/** What a form asks while it is filled in, beyond one text. Whoever is signed out, or asks badly, is told nothing. */
export function defineLookup<Schema extends z.ZodType, Row>(
  schema: Schema,
  list: (viewer: Viewer, input: z.output<Schema>) => Promise<Row[]>,
): (input: z.input<Schema>) => Promise<Row[]> {
  return async (input) => {
    const viewer = await currentViewer();
    const parsed = schema.safeParse(input);
    return viewer && parsed.success ? list(viewer, parsed.data) : [];
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw invalid(toFieldErrors(parsed.error));
  return parsed.data;
}

async function answer<Data extends object>(write: () => Promise<Data>): Promise<ActionResult<Data>> {
  try {
    const data = await write();
    const changeSetId = "changeSetId" in data ? String(data.changeSetId) : undefined;
    return { ok: true, data, changeSetId };
  } catch (error) {
    // A refusal is an answer here; what is left to Next are its own redirects.
    if (!(error instanceof AppError)) unstable_rethrow(error);
    return toFailure(error);
  }
}

/** The first message of each field, keyed by the form's path. */
export function toFieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
  return fields;
}

/** A thrown error as an answer. */
export function toFailure(thrown: unknown): ActionFailure {
  const error = toAppError(thrown);
  if (error instanceof AppError) {
    const { code, message, fieldErrors, stale } = error;
    return { ok: false, code, message, fieldErrors, stale };
  }
  logger.error({ err: error }, "a write failed");
  return { ok: false, code: "UNEXPECTED", message: "errors.unexpected" };
}
