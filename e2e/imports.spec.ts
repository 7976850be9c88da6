import type { Page } from "@playwright/test";
import { unique } from "./support/office";
import { expect, test } from "./support/sign-in";

async function bringIn(page: Page, kind: string, name: string, text: string): Promise<void> {
  await page.goto("/imports/new");
  await page.getByRole("combobox", { name: "What is in it" }).selectOption({ label: kind });
  await page.getByLabel("File").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("an office with only its files: units, then tenancies, with an error marked in its cell", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const [park, firm, lease] = [unique("园区"), unique("导入企业"), unique("HT-")];
  const units = ["园区,楼栋,楼层,房号,可租面积", `${park},A,1,101,120.5`, `${park},A,1,102,80`].join("\n");
  await bringIn(page, "Units", "units.csv", units);
  await page.getByRole("button", { name: "Write 2 rows" }).click();
  await expect(page.getByText(/^Written on/)).toBeVisible();

  const header = "企业名称,园区,楼栋,房号,合同编号,租赁面积,签约日期,起租日期,到期日期,员工人数,统计日期";
  const rows = [
    header,
    `${firm},${park},A,101,${lease},120.5,2022年1月1日,20220201,2025-01-31,12,2022-09-30`,
    `${firm},${park},A,102,${lease}B,八十,2022-01-01,2022-02-01,2025-01-31,,`,
    `${firm},${park},A,999,${lease}C,80,2022-01-01,2022-02-01,2025-01-31,,`,
  ].join("\n");
  await bringIn(page, "Tenancies", "tenancies.csv", rows);
  // The file's own words stand in the cell, and beneath them what is wrong.
  await expect(page.getByRole("cell", { name: /八十/ })).toContainText(/number/i);
  await expect(page.getByText(/There is no unit 999/)).toBeVisible();
  await page.getByRole("link", { name: "Only rows with errors" }).click();
  await expect(page.getByRole("row", { name: new RegExp(`${lease}C`) })).toBeVisible();
  const workbook = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the rows with errors" }).click();
  expect((await workbook).suggestedFilename()).toMatch(/\.xlsx$/);

  await page.getByRole("button", { name: "Write 1 row" }).click();
  await expect(page.getByText(/^Written on/)).toBeVisible();
  await page.goto(`/leases?query=${lease}`);
  await expect(page.getByRole("link", { name: lease, exact: true })).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(lease) })).toContainText(firm);

  // The same file again changes nothing.
  await bringIn(page, "Tenancies", "tenancies.csv", rows);
  await expect(page.getByRole("button", { name: /^Write/ })).toHaveCount(0);
});

test("a file that is none is refused in words, and so is one of another kind", async ({ as }) => {
  const page = await as("OFFICER");
  const refuse = async (text: string, words: RegExp) => {
    await page.goto("/imports/new");
    await page
      .getByLabel("File")
      .setInputFiles({ name: "x.xlsx", mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: "Check the file" }).click();
    await expect(page.getByText(words)).toBeVisible();
  };
  await refuse("PK\u0003\u0004 broken", /cannot be read/);
  await refuse("some,other,columns\n1,2,3\n", /No row of this file names the columns/);
});

test("columns can be read another way, and are remembered", async ({ as }) => {
  const page = await as("OFFICER");
  const [park, odd, code] = [unique("P"), unique("Wie gross "), unique("U")];
  const text = `park,building,floor,unit,${odd}\n${park},B,1,${code},120`;
  await bringIn(page, "Units", "units.csv", text);
  await expect(page.getByText("Not in the file: Lettable area")).toBeVisible();
  await page.getByLabel(odd).selectOption({ label: "Lettable area" });
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.getByRole("button", { name: "Write 1 row" })).toBeVisible();
  await bringIn(page, "Units", "units.csv", text);
  await expect(page.getByRole("button", { name: "Write 1 row" })).toBeVisible();
});

test("templates come in both languages", async ({ as }) => {
  const page = await as("OFFICER");
  await page.goto("/imports/new");
  for (const language of ["English", "中文"]) {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: `Units: ${language}` }).click();
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  }
});
