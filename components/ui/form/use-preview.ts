"use client";

import { useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import type { ActionResult } from "@/lib/platform/action/result";

import type { SelectOption } from "./select-field";

/** A field of the office's own whose choice may be set: what is not required may be taken away. */
export type BulkChoice = { id: string; label: string; options: SelectOption[] };

/** What the columns are called; `name` is the row's own. */
export type BulkLabels = { name: string } & Partial<Record<"owner" | "cluster" | "stage" | "tags", string>>;

type Side = Record<string, string | null>;
export type Preview = {
  total: number;
  changed: number;
  left: number;
  digest: string;
  rows: { id: string; before: Side; after: Side }[];
  names: { id: string; name: string }[];
  owners: { id: string; name: string }[];
};

const PAUSE_MS = 250;

/**
 * Asks what the form would do whenever it changes, and once more after a refusal: what was seen may have moved. The
 * answer's digest goes into the form, so that what is saved is what was seen.
 */
export function usePreview<Values extends FieldValues>(
  form: UseFormReturn<FieldValues>,
  ask: (input: Values) => Promise<ActionResult<Preview>>,
  refusals: number,
) {
  const [preview, setPreview] = useState<Preview | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(true);
  const turn = useRef(0);
  const latest = useRef(ask);
  latest.current = ask;
  const { digest: _, reason: __, ...chosen } = form.watch();
  const asked = JSON.stringify(chosen);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal is a reason to ask again
  useEffect(() => {
    const mine = ++turn.current;
    setBusy(true);
    const timer = setTimeout(async () => {
      const answer = await latest.current(JSON.parse(asked) as Values).catch(() => null);
      if (mine !== turn.current) return;
      setBusy(false);
      setFailure(answer?.ok ? null : (answer?.message ?? "errors.offline"));
      setPreview(answer?.ok ? answer.data : null);
      form.setValue("digest", answer?.ok ? answer.data.digest : "");
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked, refusals, form]);

  return { preview, failure, busy };
}
