"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { type Outcome, problemOf, type Sending, sendFile } from "./send-file";

export type Upload = {
  key: number;
  file: File;
  kind: string;
  /** How much of it is out, from 0 to 1. */
  share: number;
  state: "waiting" | "sending" | Outcome["state"];
  message?: string;
};

/** Files on their way, one after the other, so that each is done as soon as it can be. */
export function useUploads(action: string) {
  const router = useRouter();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const counter = useRef(0);
  const line = useRef<Promise<void>>(Promise.resolve());
  const sendings = useRef(new Map<number, Sending>());
  const cancelled = useRef(new Set<number>());
  const busy = uploads.some(({ state }) => state === "waiting" || state === "sending");

  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [busy]);

  function change(key: number, fields: Partial<Upload>) {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...fields } : upload)));
  }

  async function send({ key, file, kind }: Upload) {
    if (cancelled.current.has(key)) return;
    change(key, { state: "sending" });
    const sending = sendFile(action, file, kind, (share) => change(key, { share }));
    sendings.current.set(key, sending);
    const { state, message } = await sending.outcome;
    sendings.current.delete(key);
    change(key, { state, message });
    if (state === "done") router.refresh();
  }

  function add(files: readonly File[], kind: string) {
    const added = files.map((file): Upload => {
      const problem = problemOf(file);
      counter.current += 1;
      const base = { key: counter.current, file, kind, share: 0 };
      return problem ? { ...base, state: "refused", message: problem } : { ...base, state: "waiting" };
    });
    setUploads((all) => [...all, ...added]);
    for (const upload of added) {
      if (upload.state === "waiting") line.current = line.current.then(() => send(upload));
    }
  }

  function cancel(key: number) {
    cancelled.current.add(key);
    const sending = sendings.current.get(key);
    if (sending) sending.cancel();
    else change(key, { state: "cancelled" });
  }

  /** The same file once more, in its place at the end of the list. */
  function again({ key, file, kind }: Upload) {
    setUploads((all) => all.filter((upload) => upload.key !== key));
    add([file], kind);
  }

  return { uploads, busy, add, cancel, again };
}
