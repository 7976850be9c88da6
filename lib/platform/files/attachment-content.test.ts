import { describe, expect, it } from "vitest";
import { bytesOf, docx, ole, pdf, png, zip } from "@/lib/testing/sample-files";
import { checkContent } from "./content-check";
import { MAX_ATTACHMENT, withRightEnd } from "./media";
import { boundaryOf, fieldOf, readParts } from "./multipart";

async function check(bytes: Buffer, piece?: number) {
  const { bytes: passing, checked } = checkContent(bytesOf(bytes, piece));
  let passed = 0;
  for await (const chunk of passing) passed += chunk.length;
  expect(passed).toBe(bytes.length);
  return checked();
}

const refusal = (word: string) => ({ message: expect.stringMatching(`^attachments\\.errors\\.${word}`) });
const latin1 = (text: string) => Buffer.from(text.padEnd(100, "\0"), "latin1");

describe("what a file is", () => {
  it.each([
    ["pdf", pdf()],
    ["png", png()],
    ["jpeg", latin1("\xff\xd8\xff\xe0")],
    ["gif", latin1("GIF89a")],
    ["webp", latin1("RIFF\0\0\0\0WEBP")],
    ["heic", latin1("\0\0\0\x18ftypheic")],
    ["tiff", latin1("II*\0")],
    ["bmp", latin1("BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0")],
    ["docx", docx()],
    ["xlsx", zip(["[Content_Types].xml", "xl/workbook.xml"])],
    ["pptx", zip(["[Content_Types].xml", "ppt/presentation.xml"])],
    ["doc", ole(["WordDocument"])],
    ["xls", ole(["Workbook"])],
    ["ppt", ole(["PowerPoint Document"])],
  ] as const)("%s is told by its content, in pieces of any size", async (kind, bytes) => {
    for (const piece of [1, 7, 4096, 1 << 20]) expect((await check(bytes, piece)).kind).toBe(kind);
  });

  it.each([
    ["svg", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")],
    ["html", Buffer.from("<!doctype html><script>alert(1)</script>".padEnd(200))],
    ["html that speaks of a PDF", Buffer.from(`<html>${"x".repeat(50)}%PDF-1.7`)],
    ["a program", latin1("MZ\x90\0")],
    ["text", Buffer.from("a,b,c\n1,2,3\n".repeat(20))],
    ["any other archive", zip(["a.txt"])],
    ["an installer", ole(["MsiStream"])],
  ])("%s is not kept", async (_, bytes) => {
    await expect(check(bytes)).rejects.toMatchObject(refusal("type"));
  });

  it("macros are refused wherever they are named, in new files and old ones", async () => {
    await expect(check(docx(["word/vbaProject.bin"]))).rejects.toMatchObject(refusal("macros"));
    await expect(check(docx(["xl/macrosheets/sheet1.xml"]))).rejects.toMatchObject(refusal("macros"));
    await expect(check(ole(["WordDocument", "_VBA_PROJECT"]))).rejects.toMatchObject(refusal("macros"));
    // Across the border of two pieces too.
    await expect(check(ole(["Workbook", "_VBA_PROJECT"]), 11)).rejects.toMatchObject(refusal("macros"));
  });

  it("what is locked is refused: nobody in the office could open it", async () => {
    await expect(check(ole(["EncryptedPackage"]))).rejects.toMatchObject(refusal("protected"));
    await expect(check(zip(["[Content_Types].xml", "word/document.xml"], 1))).rejects.toMatchObject(
      refusal("protected"),
    );
  });

  it("an archive that ends early is damaged, and one whose numbers lead outside", async () => {
    const whole = docx();
    await expect(check(whole.subarray(0, whole.length - 30))).rejects.toMatchObject(refusal("broken"));
    const wrong = Buffer.from(whole);
    wrong.writeUInt32LE(0x7fffffff, wrong.length - 6);
    await expect(check(wrong)).rejects.toMatchObject(refusal("broken"));
  });

  it("a large archive is known by its end", async () => {
    const inside = docx();
    const large = Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(3_000_000), inside]);
    // Its directory counts from the file's beginning.
    const end = large.length - 22;
    large.writeUInt32LE(large.readUInt32LE(end + 16) + 3_000_004, end + 16);
    expect((await check(large)).kind).toBe("docx");
  });

  it("nothing at all is refused, and what is too large as soon as it is, not at its end", async () => {
    await expect(check(Buffer.alloc(0))).rejects.toMatchObject(refusal("empty"));
    let sent = 0;
    async function* endless() {
      yield pdf();
      for (;;) {
        sent += 1 << 20;
        yield Buffer.alloc(1 << 20);
      }
    }
    const { bytes } = checkContent(endless());
    const drain = async () => {
      for await (const _ of bytes);
    };
    await expect(drain()).rejects.toMatchObject(refusal("tooLarge"));
    expect(sent).toBeLessThanOrEqual(MAX_ATTACHMENT + (1 << 20));
  });

  it("a name gets the end that its content has, and keeps one that says the same", () => {
    expect(withRightEnd("营业执照.PDF", "pdf")).toBe("营业执照.PDF");
    expect(withRightEnd("photo.jpeg", "jpeg")).toBe("photo.jpeg");
    expect(withRightEnd("photo.exe", "jpeg")).toBe("photo.exe.jpg");
    expect(withRightEnd("scan", "pdf")).toBe("scan.pdf");
  });
});

describe("a form with files", () => {
  const form = (parts: string, end = "--b--\r\n") => Buffer.from(parts + end, "latin1");
  const file = (name: string, content: string) =>
    `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: x/y\r\n\r\n${content}\r\n`;
  const field = `--b\r\nContent-Disposition: form-data; name="kind"\r\n\r\nPHOTO\r\n`;

  async function read(bytes: Buffer, piece: number, take = true) {
    const found: [string, string | null, string][] = [];
    for await (const part of readParts(bytesOf(bytes, piece), "b")) {
      found.push([part.name, part.fileName, take ? await fieldOf(part) : ""]);
    }
    return found;
  }

  it("is read part by part, however it is cut into pieces", async () => {
    const bytes = form(field + file("a.pdf", "one\r\n--not\r\n--a") + file("b.pdf", ""));
    for (const piece of [1, 2, 3, 5, 64, 4096]) {
      expect(await read(bytes, piece)).toEqual([
        ["kind", null, "PHOTO"],
        ["file", "a.pdf", "one\r\n--not\r\n--a"],
        ["file", "b.pdf", ""],
      ]);
    }
  });

  it("passes over what nobody takes", async () => {
    const bytes = form(file("a.pdf", "x".repeat(500)) + file("b.pdf", "y"));
    expect((await read(bytes, 33, false)).map(([, name]) => name)).toEqual(["a.pdf", "b.pdf"]);
  });

  it("has names in Chinese, and with what browsers escape", async () => {
    const named = Buffer.concat([Buffer.from(file("合同“%22”.pdf", "x"), "utf8"), Buffer.from("--b--\r\n")]);
    expect((await read(named, 3)).map(([, name]) => name)).toEqual(['合同“"”.pdf']);
  });

  it("that ends before its last boundary was cut off", async () => {
    const whole = form(field + file("a.pdf", "x".repeat(100)));
    for (const length of [10, 60, 150, whole.length - 5]) {
      await expect(read(whole.subarray(0, length), 16), String(length)).rejects.toMatchObject(
        refusal("cutOff"),
      );
    }
  });

  it("is known by its type", () => {
    expect(boundaryOf("multipart/form-data; boundary=----WebKit1")).toBe("----WebKit1");
    expect(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"')).toBe("a b");
    expect(boundaryOf("application/json")).toBeNull();
    expect(boundaryOf(null)).toBeNull();
  });
});
