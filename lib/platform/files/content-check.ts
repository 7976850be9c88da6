import { createHash } from "node:crypto";
import { AppError, messageOf } from "../errors/app-error";
import { beginningOf, HEAD, MAX_ATTACHMENT, MAX_MB, type Media } from "./media";
import { insideZip, OleScan, TAIL } from "./office-inside";

/** What is known of a file once all of it has passed. */
export type Checked = { kind: Media; size: number; sha256: string };

type Refusal =
  | "type"
  | "macros"
  | "protected"
  | "broken"
  | "empty"
  | "tooLarge"
  | "missing"
  | "cutOff"
  | "name";

const words: Record<Refusal, string> = {
  type: "attachments.errors.type",
  macros: "attachments.errors.macros",
  protected: "attachments.errors.protected",
  broken: "attachments.errors.broken",
  empty: "attachments.errors.empty",
  tooLarge: messageOf("attachments.errors.tooLarge", { max: MAX_MB }),
  missing: "attachments.errors.missing",
  cutOff: "attachments.errors.cutOff",
  name: "attachments.errors.name",
};

/** A file that is not kept, in words. */
export function attachmentRefused(refusal: Refusal): AppError {
  return new AppError("INVALID", words[refusal], { file: words[refusal] });
}

/**
 * Looks at a file as it passes: counts and hashes it, and tells by its content what it is. It throws as soon as it
 * knows that the file is not to be kept, at the very end at the latest, so whoever takes from it keeps nothing then.
 * Of an archive it holds the last part, where the names of its members are; of others a few bytes.
 */
export function checkContent(source: AsyncIterable<Uint8Array>) {
  const hash = createHash("sha256");
  let size = 0;
  let head = Buffer.alloc(0);
  let begins: ReturnType<typeof beginningOf> | undefined;
  let result: Checked | undefined;
  const ole = new OleScan();
  const tail = new Tail();

  async function* passing(): AsyncGenerator<Buffer> {
    for await (const piece of source) {
      const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      size += chunk.length;
      if (size > MAX_ATTACHMENT) throw attachmentRefused("tooLarge");
      hash.update(chunk);
      if (head.length < HEAD) head = Buffer.concat([head, chunk.subarray(0, HEAD - head.length)]);
      if (begins === undefined && head.length >= HEAD) begins = settle();
      // What the first few bytes belong to is not known yet, so both look at them.
      if (begins === undefined || begins === "ole") ole.take(chunk);
      if (begins === undefined || begins === "zip") tail.take(chunk);
      yield chunk;
    }
    if (size === 0) throw attachmentRefused("empty");
    result = { kind: kindOf(begins ?? settle()), size, sha256: hash.digest("hex") };
  }

  function settle() {
    const found = beginningOf(head);
    if (!found) throw attachmentRefused("type");
    return found;
  }

  function kindOf(found: NonNullable<typeof begins>): Media {
    if (found !== "zip" && found !== "ole") return found;
    const inside = found === "zip" ? insideZip(tail.bytes(), size) : ole.inside();
    if ("refused" in inside) throw attachmentRefused(inside.refused);
    return inside.kind;
  }

  return {
    bytes: passing(),
    /** Once all bytes have been taken. */
    checked(): Checked {
      if (!result) throw new Error("the file has not passed yet");
      return result;
    },
  };
}

/** The last bytes of what passes. */
class Tail {
  private held: Buffer[] = [];
  private length = 0;

  take(chunk: Buffer): void {
    this.held.push(chunk);
    this.length += chunk.length;
    for (let first = this.held[0]; first && this.length - first.length >= TAIL; first = this.held[0]) {
      this.length -= first.length;
      this.held.shift();
    }
  }

  bytes(): Buffer {
    return Buffer.concat(this.held);
  }
}
