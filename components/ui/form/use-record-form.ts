"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from "react-hook-form";
import type { z } from "zod";
import type { ActionFailure, ActionResult, StaleDetails } from "@/lib/platform/action/result";
import { carryAlong } from "@/lib/platform/paging/carry";
import { showToast } from "../toast";
import { type Clash, mergeTheirs } from "./clashes";
import type { FieldWords } from "./record-context";
import { schemaResolver } from "./schema-resolver";
import { useForgetDraft } from "./use-draft";
import "@/lib/platform/i18n/zod-messages";

export type RecordFormOptions<Schema extends z.ZodType, Data> = {
  schema: Schema;
  /** A server action; it gets what was typed, and its own schema reads it. */
  action: (input: z.input<Schema>) => Promise<ActionResult<Data>>;
  defaultValues: DefaultValues<z.input<Schema> & FieldValues>;
  /** Where to go once it is saved; stays where nothing is answered. */
  onSaved?: (data: Data) => string | undefined;
  /** What the form holds after a save that stays on it; what was saved, where none is given. */
  next?: (saved: FieldValues) => FieldValues;
  /** The toast's words; "Saved." where none are given, no toast for an empty string. */
  savedMessage?: string;
  /** False for secrets: what is typed is then never kept. */
  draft?: boolean;
  /** For a decision: where it is seen what somebody changed meanwhile. */
  lookAgain?: LookAgain;
};

/** `now`: where the record stands, from what others changed of it. */
export type LookAgain = { href: string; now?: (theirs: StaleDetails["theirs"]) => string | null };

export type RecordFormState = {
  form: UseFormReturn<FieldValues>;
  fields: Map<string, FieldWords>;
  submit: () => Promise<void>;
  pending: boolean;
  failure: ActionFailure | null;
  /** Where someone else's save and this form differ. */
  clashes: Clash[];
  /** Counts refusals, so that each moves the focus to the first error. */
  refusals: number;
  keepsDraft: boolean;
  /** Set once a decision is refused as somebody else's change came first: it is looked at anew, and not saved again. */
  lookAgain: LookAgain | null;
  /** Gives up what was typed: back to what the form opened with. */
  startOver: () => void;
  /** Forgets the draft on the way out. */
  abandon: () => void;
};

/** One way to save: the schema checks, the action decides, and nothing that was typed is lost. */
export function useRecordForm<Schema extends z.ZodType, Data>(
  options: RecordFormOptions<Schema, Data>,
): RecordFormState {
  const router = useRouter();
  const params = useSearchParams();
  const t = useTranslations("ui.form");
  const fields = useRef(new Map<string, FieldWords>());
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const [refusals, setRefusals] = useState(0);
  const [clashes, setClashes] = useState<Clash[]>([]);
  const form = useForm<FieldValues>({
    resolver: schemaResolver(options.schema),
    defaultValues: options.defaultValues as DefaultValues<FieldValues>,
    shouldFocusError: false,
  });
  const forget = useForgetDraft();
  // RHF tracks only what is read: the first refusal of all counts the errors too.
  void form.formState.errors;
  void form.formState.isDirty;
  void form.formState.dirtyFields;

  // The page came back with newer values after a save that stays on it: they are what is edited next.
  const given = JSON.stringify(options.defaultValues);
  const opened = useRef(given);
  useEffect(() => {
    if (opened.current === given) return;
    opened.current = given;
    if (!form.formState.isDirty) form.reset(JSON.parse(given));
  }, [form, given]);

  async function send(values: FieldValues) {
    setPending(true);
    const result = await ask(options.action, values as z.input<Schema>);
    if (result.ok) return saved(result.data, result.changeSetId, values);
    setPending(false);
    refuse(result);
  }

  function saved(data: Data, changeSetId: string | undefined, values: FieldValues) {
    forget();
    setFailure(null);
    const message = options.savedMessage ?? t("saved");
    const href = options.onSaved?.(data);
    // The form is clean from here on: no question on the way out.
    form.reset(options.next?.(values) ?? values);
    if (message) showToast({ message, changeSetId });
    if (href) router.push(carryAlong(href, params));
    else {
      setPending(false);
      router.refresh();
    }
  }

  function refuse(result: ActionFailure) {
    setFailure(result);
    if (result.stale && !options.lookAgain) setClashes(mergeTheirs(form, fields.current, result.stale));
    for (const [path, message] of Object.entries(result.fieldErrors ?? {})) {
      if (fields.current.has(path)) form.setError(path, { type: "server", message });
    }
    setRefusals((count) => count + 1);
  }

  return {
    form,
    fields: fields.current,
    pending,
    failure,
    clashes,
    refusals,
    keepsDraft: options.draft !== false,
    lookAgain: (failure?.stale && options.lookAgain) || null,
    submit: form.handleSubmit(send, () => {
      setFailure({ ok: false, code: "INVALID", message: "errors.mend" });
      setRefusals((count) => count + 1);
    }),
    startOver() {
      forget();
      setFailure(null);
      form.reset();
    },
    abandon: forget,
  };
}

async function ask<Input, Data>(
  action: (input: Input) => Promise<ActionResult<Data>>,
  input: Input,
): Promise<ActionResult<Data>> {
  try {
    return await action(input);
  } catch (error) {
    if (isNavigation(error)) throw error;
    return { ok: false, code: "UNEXPECTED", message: "errors.offline" };
  }
}

/** Next carries redirects as thrown values; they are not failures. */
function isNavigation(error: unknown): boolean {
  return error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");
}
