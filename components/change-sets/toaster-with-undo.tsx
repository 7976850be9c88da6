"use client";

import type { ComponentProps } from "react";
import { Toaster } from "@/components/ui/toaster";
import { type UndoWords, undo } from "./undo";

type Words = ComponentProps<typeof Toaster>["words"];

/** The office's messages: what was just done can be undone from there. */
export function ToasterWithUndo({ words, undoWords }: { words: Words; undoWords: UndoWords }) {
  return <Toaster words={words} undo={async (id) => (await undo(undoWords, id)).message} />;
}
