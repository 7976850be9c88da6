"use client";

import { useMemo } from "react";
import { type PackedRows, unpackRows } from "./packed-rows";
import { drawPlainRows } from "./plain-rows";

/** A table's rows of plain text, drawn as one piece of HTML: on the server for the page, and again where it is alive. */
export function PlainBody({ packed }: { packed: PackedRows }) {
  const drawn = useMemo(() => ({ __html: drawPlainRows(unpackRows(packed)) }), [packed]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: plain text, escaped where it is drawn
  return <tbody dangerouslySetInnerHTML={drawn} />;
}
