/** Kinds of files that are kept, with the ends that their names may have; the first is the usual one. */
export const media = {
  pdf: { type: "application/pdf", ends: ["pdf"] },
  jpeg: { type: "image/jpeg", ends: ["jpg", "jpeg", "jpe", "jfif"] },
  png: { type: "image/png", ends: ["png"] },
  gif: { type: "image/gif", ends: ["gif"] },
  webp: { type: "image/webp", ends: ["webp"] },
  heic: { type: "image/heic", ends: ["heic", "heif"] },
  tiff: { type: "image/tiff", ends: ["tif", "tiff"] },
  bmp: { type: "image/bmp", ends: ["bmp"] },
  docx: { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ends: ["docx"] },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ends: ["xlsx"] },
  pptx: {
    type: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ends: ["pptx", "ppsx"],
  },
  doc: { type: "application/msword", ends: ["doc", "wps", "dot"] },
  xls: { type: "application/vnd.ms-excel", ends: ["xls", "et", "xlt"] },
  ppt: { type: "application/vnd.ms-powerpoint", ends: ["ppt", "dps", "pps"] },
} as const;

export type Media = keyof typeof media;

export const MAX_MB = 50;
export const MAX_ATTACHMENT = MAX_MB * 1024 * 1024;

/** What a browser's file chooser offers; a phone's its camera too. */
export const accepted = [
  "image/*",
  ...Object.values(media).flatMap(({ ends }) => ends.map((end) => `.${end}`)),
].join(",");

/** What a file begins with: a kind by itself, or a container whose inside tells. */
type Beginning = Media | "zip" | "ole";

const magic: [Beginning, number, string][] = [
  ["pdf", 0, "%PDF-"],
  ["jpeg", 0, "\xff\xd8\xff"],
  ["png", 0, "\x89PNG\r\n\x1a\n"],
  ["gif", 0, "GIF87a"],
  ["gif", 0, "GIF89a"],
  ["tiff", 0, "II*\0"],
  ["tiff", 0, "MM\0*"],
  ["zip", 0, "PK\x03\x04"],
  ["ole", 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
];

/** Brands of what phones write as HEIC. */
const heic = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"];

/** As many bytes as it takes to know. */
export const HEAD = 64;

/** By the first bytes, or null for what is not kept: text, markup, programs, archives of other kinds. */
export function beginningOf(head: Buffer): Beginning | null {
  const at = (start: number, end: number) => head.toString("latin1", start, end);
  for (const [kind, start, bytes] of magic) if (at(start, start + bytes.length) === bytes) return kind;
  if (at(0, 4) === "RIFF" && at(8, 12) === "WEBP") return "webp";
  if (at(4, 8) === "ftyp" && heic.includes(at(8, 12))) return "heic";
  // "BM" alone would be any text; the four bytes after the size are zeros, and the header has one of few lengths.
  if (at(0, 2) === "BM" && head.length >= 18 && at(6, 10) === "\0\0\0\0") {
    return [12, 40, 52, 56, 108, 124].includes(head.readUInt32LE(14)) ? "bmp" : null;
  }
  return null;
}

/** The name with an end that says what the file is, whatever its sender called it. */
export function withRightEnd(name: string, kind: Media): string {
  const end = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const ends: readonly string[] = media[kind].ends;
  return ends.includes(end) ? name : `${name}.${ends[0]}`;
}
