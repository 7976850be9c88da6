import { expect, it } from "vitest";
import { readyDefinition } from "../domain/return-forms/service-ready";
import en from "../messages/en/returns.json";
import zh from "../messages/zh/returns.json";
import { streamCsv } from "../platform/files/write-csv";
import { streamWorkbook } from "../platform/files/write-xlsx";
import { toWorkbook } from "./return-table";
import { readReturnWorkbook } from "./return-workbook";

const sayIn = (messages: { workbook: Record<string, string>; one: string }) => (key: string) =>
  messages.workbook[key.split(".").at(-1) ?? ""] ?? (key === "returns.one" ? messages.one : key);
const says = [sayIn(en), sayIn(zh)];
const id = "01a21ec4-896e-7935-822e-0e196aac9779";
const filled = {
  id,
  enterprise: { nameZh: "某某公司", nameEn: "Acme" },
  round: { titleZh: "三季度", titleEn: "Q3" },
  definition: readyDefinition,
  answers: { total: "12", revenue: "9007199254740.25", remarks: "-无，“=1+1”" },
  reasons: { revenue: { code: "NEW_CONTRACT" as const, words: "大订单" } },
  last: { total: "10", revenue: "100" },
  yearAgo: null,
};
const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
  Buffer.from(await new Response(stream).arrayBuffer());
const read = (bytes: Buffer) => readReturnWorkbook(bytes, () => readyDefinition, says, "en");

it.each(["en", "zh"] as const)(
  "a firm's workbook in %s comes back as it was filled in, exactly",
  async (locale) => {
    const table = toWorkbook(filled, locale, sayIn(locale === "en" ? en : zh));
    const back = { owner: id, answers: filled.answers, reasons: filled.reasons };
    expect(await read(await bytesOf(streamWorkbook([table])))).toEqual(back);
    expect(await read(await bytesOf(streamCsv(table)))).toEqual(back);
  },
);

it("has what was said before beside each box", () => {
  const rows = [...(toWorkbook(filled, "zh", sayIn(zh)).rows as Iterable<unknown[]>)];
  expect(rows[0]?.slice(0, 3)).toEqual([`#${id}`, "三季度", "某某公司"]);
  expect(rows[1]?.slice(0, 3)).toEqual(["total", "从业人员", "期末从业人员合计"]);
  expect(rows[1]?.slice(5, 8)).toEqual(["10", null, "12"]);
});

const csv = (...lines: string[]) => Buffer.from(lines.join("\r\n"));

it("finds columns and rows by their names, wherever they were moved, and passes over what the form does not ask", async () => {
  const sorted = csv("Title,,", "Answer,Key,Reason for a change", "1250,total,", "7,unknown,", "3,own,other");
  expect(await read(sorted)).toEqual({
    owner: null,
    answers: { total: "1250", own: "3" },
    reasons: { own: { code: "OTHER", words: "" } },
  });
});

it("names the question whose answer cannot be read, and a file that is another", async () => {
  await expect(read(csv("Key,Answer", "total,twelve"))).rejects.toMatchObject({
    message: `returns.errors.fileAnswer?${new URLSearchParams({
      question: "Persons employed at the end of the period",
      answer: "twelve",
    })}`,
  });
  await expect(read(csv("park,building", "A,B"))).rejects.toMatchObject({
    message: "returns.errors.fileOther",
  });
});
