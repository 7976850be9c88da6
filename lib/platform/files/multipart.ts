import { attachmentRefused } from "./content-check";

/** One part of a form: a field, or a file with the name that its sender gave it. */
export type Part = { name: string; fileName: string | null; body: AsyncGenerator<Buffer> };

const MAX_HEADERS = 8 * 1024;
const MAX_FIELD = 4 * 1024;
const LINE = "\r\n";

/** The boundary that a form's content type names, or null for what is no form with files. */
export function boundaryOf(contentType: string | null): string | null {
  if (!/^multipart\/form-data\b/i.test(contentType ?? "")) return null;
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType ?? "") ?? [];
  return quoted ?? plain ?? null;
}

/**
 * The parts of a form as they arrive, one after the other; nothing but what was read last is held. A form that
 * ends before its closing boundary was cut off, and says so. @throws AppError
 */
export async function* readParts(
  source: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<Part, void> {
  const input = new Input(source);
  const delimiter = Buffer.from(`${LINE}--${boundary}`);
  // The first boundary may stand at the very beginning, without the line's end before it.
  input.unread(Buffer.from(LINE));
  for await (const _ of input.until(delimiter));
  for (;;) {
    const after = await input.exactly(2);
    if (after === "--") return;
    if (after !== LINE) throw attachmentRefused("cutOff");
    const { name, fileName } = headersOf(await input.textUntil(`${LINE}${LINE}`, MAX_HEADERS));
    const body = input.until(delimiter);
    yield { name, fileName, body };
    // What was not taken of it is passed over, unless whoever took it gave up altogether.
    for await (const _ of body);
    await input.toEndOf(delimiter);
  }
}

/** The text of a field. */
export async function fieldOf(part: Part): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of part.body) {
    length += piece.length;
    if (length <= MAX_FIELD) pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function headersOf(text: string): { name: string; fileName: string | null } {
  const disposition = /^content-disposition:(.*)$/im.exec(text)?.[1] ?? "";
  const named = (key: string) => new RegExp(`;\\s*${key}="([^"]*)"`, "i").exec(disposition)?.[1];
  const fileName = named("filename");
  return {
    name: unescaped(named("name") ?? ""),
    fileName: fileName === undefined ? null : unescaped(fileName),
  };
}

/** Browsers escape these three in names, and nothing else. */
function unescaped(text: string): string {
  return text.replace(/%(22|0D|0A)/gi, (mark) => decodeURIComponent(mark));
}

/** What arrives, looked through for marks that may lie across two pieces. */
class Input {
  private held: Buffer = Buffer.alloc(0);
  private readonly pieces: AsyncIterator<Uint8Array>;
  /** Whether the mark of the last `until` has been passed. */
  private passed = true;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.pieces = source[Symbol.asyncIterator]();
  }

  unread(bytes: Buffer): void {
    this.held = Buffer.concat([bytes, this.held]);
  }

  /** What comes before a mark; the mark itself is passed over. */
  async *until(mark: Buffer): AsyncGenerator<Buffer> {
    this.passed = false;
    for (;;) {
      const at = this.held.indexOf(mark);
      if (at >= 0) {
        const before = this.held.subarray(0, at);
        this.held = this.held.subarray(at + mark.length);
        this.passed = true;
        if (before.length > 0) yield before;
        return;
      }
      // The end of what is held may be the beginning of the mark.
      const safe = Math.max(0, this.held.length - mark.length + 1);
      const piece = this.held.subarray(0, safe);
      this.held = this.held.subarray(safe);
      if (piece.length > 0) yield piece;
      await this.more();
    }
  }

  /** Passes over what a reader left who stopped before the mark. */
  async toEndOf(mark: Buffer): Promise<void> {
    if (!this.passed) for await (const _ of this.until(mark));
  }

  async exactly(length: number): Promise<string> {
    while (this.held.length < length) await this.more();
    const text = this.held.toString("latin1", 0, length);
    this.held = this.held.subarray(length);
    return text;
  }

  async textUntil(mark: string, limit: number): Promise<string> {
    for (;;) {
      const at = this.held.indexOf(mark);
      if (at >= 0) {
        const text = this.held.toString("utf8", 0, at);
        this.held = this.held.subarray(at + mark.length);
        return text;
      }
      if (this.held.length > limit) throw attachmentRefused("cutOff");
      await this.more();
    }
  }

  private async more(): Promise<void> {
    const next = await this.pieces.next();
    if (next.done) throw attachmentRefused("cutOff");
    const piece = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    this.held = this.held.length === 0 ? piece : Buffer.concat([this.held, piece]);
  }
}
