"use client";

import { createContext, type ReactNode, useContext } from "react";
import { PageNotice } from "@/components/ui/page-notice";

/** Not allowed: a verb that the role does not have. Not found: a row that is missing, or out of reach. */
export type Refused = "forbidden" | "notFound";
export type RefusalWords = Record<Refused, { title: string; text: string }> & { home: string };

const Words = createContext<RefusalWords | null>(null);

/** Around every page: Next sends each one along with all that it would say if it were refused. Said here, it is said once. */
export function RefusalProvider(props: { words: RefusalWords; children: ReactNode }) {
  return <Words value={props.words}>{props.children}</Words>;
}

/** What a refused page says; `framed` where the office's frame stands around it, with its own `main`. */
export function Refusal({ refused, framed }: { refused: Refused; framed: boolean }) {
  const words = useContext(Words);
  if (!words) throw new Error("A refusal stands inside the root layout.");
  return <PageNotice {...words[refused]} home={{ href: "/", label: words.home }} framed={framed} />;
}
