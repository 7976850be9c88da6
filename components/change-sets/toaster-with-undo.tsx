"use client";

import type { ComponentProps } from "react";
import { Toaster } from "@/components/ui/toaster";
import { useUndo } from "./use-undo";

/** The office's messages: what was just done can be undone from there. */
export function ToasterWithUndo({ words }: Pick<ComponentProps<typeof Toaster>, "words">) {
  const undo = useUndo();
  return <Toaster words={words} undo={async (id) => (await undo(id)).message} />;
}
