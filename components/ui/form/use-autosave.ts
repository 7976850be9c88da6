"use client";

import { useEffect, useRef, useState } from "react";
import type { FieldValues } from "react-hook-form";
import type { ActionResult } from "@/lib/platform/action/result";
import { useForgetDraft } from "./use-draft";
import type { RecordFormState } from "./use-record-form";

export type SaveState = "clean" | "typing" | "saving" | "saved" | "offline" | "refused";

const PAUSE = 1500;
const AGAIN = 15_000;

/**
 * Keeps what is typed at the office as it is typed: after each pause, one save at a time, again when the line is back.
 * Meanwhile the browser's own draft (use-draft.ts) holds it. What the server refuses stays in the form, to be mended.
 */
export function useAutosave(
  { form }: RecordFormState,
  /** The fields that are kept; others are sent with the rest. */
  fields: readonly string[],
  save: (values: FieldValues) => Promise<ActionResult<{ version: number }>>,
): { state: SaveState; flush: () => Promise<void> } {
  const [state, setState] = useState<SaveState>("clean");
  const latest = useRef(save);
  latest.current = save;
  const watched = fields.join(" ");
  const forgetting = useRef(() => {});
  forgetting.current = useForgetDraft();
  const flushing = useRef<() => Promise<void>>(async () => {});

  useEffect(() => {
    const names = watched.split(" ");
    const said = () => JSON.stringify(names.map((name) => form.getValues(name)));
    // As the form opened, not as it stands: a draft that the browser brought back is not at the office yet.
    let kept = JSON.stringify(names.map((name) => form.formState.defaultValues?.[name]));
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running: Promise<void> | null = null;
    // Once somebody else has saved, or the time is over, only the person can say what is right.
    let stopped = false;

    function plan(pause: number) {
      clearTimeout(timer);
      timer = setTimeout(() => void run(), pause);
    }
    async function run(): Promise<void> {
      clearTimeout(timer);
      if (running) return running;
      if (stopped || said() === kept) return;
      running = attempt().finally(() => {
        running = null;
      });
      return running;
    }
    async function attempt() {
      setState("saving");
      const values = structuredClone(form.getValues());
      const sent = said();
      const result = await latest.current(values).catch(() => null);
      if (result === null || (!result.ok && result.code === "UNEXPECTED")) {
        setState("offline");
        return plan(AGAIN);
      }
      if (!result.ok) {
        stopped = result.code !== "INVALID";
        return setState("refused");
      }
      kept = sent;
      form.setValue("version", result.data.version);
      // What is kept at the office is what the form opened with from here on: no question on the way out.
      form.reset({ ...values, version: result.data.version }, { keepValues: true, keepErrors: true });
      if (said() !== kept) return plan(PAUSE);
      // Nothing is here that is not there: an older draft must not come back over what is saved elsewhere.
      forgetting.current();
      setState("saved");
    }

    flushing.current = async () => {
      await (running ?? run());
      if (said() !== kept) await run();
    };
    const watching = form.watch((_, { name }) => {
      if (name === "version" || said() === kept) return;
      setState((before) => (before === "offline" ? before : "typing"));
      plan(PAUSE);
    });
    const online = () => void run();
    window.addEventListener("online", online);
    plan(PAUSE);
    return () => {
      clearTimeout(timer);
      watching.unsubscribe();
      window.removeEventListener("online", online);
    };
  }, [form, watched]);

  return { state, flush: () => flushing.current() };
}
