import { hasUtf16Mark } from "./sniff";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/** Text of an unknown encoding: what its mark says, else strict UTF-8, else GB18030 as Excel saves it in China. */
export function decodeText(bytes: Buffer): { text: string; encoding: Encoding } {
  if (hasUtf16Mark(bytes)) {
    const encoding = bytes[0] === 0xff ? "utf-16le" : "utf-16be";
    return { text: new TextDecoder(encoding).decode(bytes), encoding };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: new TextDecoder("gb18030").decode(bytes), encoding: "gb18030" };
  }
}
