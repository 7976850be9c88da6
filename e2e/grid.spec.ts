import type { Page } from "@playwright/test";
import { holdScripts } from "./support/live";
import { makeFirm, makePark, unique } from "./support/office";
import { expect, test } from "./support/sign-in";

/** What Ctrl-V does with a block from Excel: the event with its text, at the cell that has the focus. */
async function paste(page: Page, cell: string, text: string): Promise<void> {
  await page.getByLabel(cell, { exact: true }).focus();
  await page.evaluate((block) => {
    const data = new DataTransfer();
    data.setData("text/plain", block);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

test("a block from Excel changes a firm and adds two; what is wrong is shown at its cell and stays", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const [name, tag] = [await makeFirm(page), unique("Grid ")];
  await page.goto(`/enterprises?query=${encodeURIComponent(name)}`);
  await page.getByLabel("More", { exact: true }).click();
  await page.getByRole("link", { name: "Edit in a grid, paste from Excel" }).click();
  await expect(page.getByLabel("Name, English, row 2", { exact: true })).toHaveValue(name);

  // The first row is typed into, the rest is pasted beneath it under a header of its own.
  await page.getByLabel("Sector code, row 2", { exact: true }).fill("M7340");
  const block = [
    "公司名称\t英文名称\t信用代码\t国别\t备注",
    `${tag}甲\t${tag} One\t\t新加坡\tx`,
    `${tag}乙\t${tag} Two\t9.14403E+17\tSG\t`,
    `"${tag}丙\n二期"\t${tag} Three\t\tJP\t`,
  ].join("\r\n");
  await paste(page, "Name, Chinese, row 3", block);
  await expect(page.getByText("3 rows pasted. Left out, since no column is called so: 备注.")).toBeVisible();
  await page.getByRole("button", { name: "Check 4 rows" }).click();
  await expect(page.getByText("New 2, changed 1, the same 0, twice 0, to mend 1.")).toBeVisible();
  const wrong = page.getByLabel("USCC, row 4", { exact: true });
  await expect(wrong).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("button", { name: "USCC, row 4" }).click();
  await expect(wrong).toBeFocused();

  await page.getByRole("button", { name: "Save 3 rows" }).click();
  await expect(page.getByText("3 rows saved.")).toBeVisible();
  await expect(page.getByText("1 row with a problem is still here")).toBeVisible();
  await page.getByLabel("USCC, row 2", { exact: true }).fill("");
  await page.getByRole("button", { name: "Check 1 row" }).click();
  await page.getByRole("button", { name: "Save 1 row" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Enterprises" })).toBeVisible();
  await page.goto(`/enterprises?query=${encodeURIComponent(tag)}`);
  await expect(page.getByRole("rowheader").getByRole("link")).toHaveCount(3);
  await expect(page.getByText(`${tag} Two`)).toBeVisible();
});

test("what was typed survives a reload; keys move, a paste is taken back, an undo takes back what was saved", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const tag = unique("Kept ");
  await page.goto("/imports/grid?kind=enterprises&query=nobody-is-called-so");
  await page.getByLabel("Name, English, row 2", { exact: true }).fill(`${tag} One`);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name, English, row 3", { exact: true })).toBeFocused();
  await page.keyboard.type(`${tag} Two`);
  await page.keyboard.press("ArrowUp");
  await expect(page.getByLabel("Name, English, row 2", { exact: true })).toBeFocused();
  await paste(page, "Name, English, row 4", "a\tb\nc\td");
  await expect(page.getByLabel("Name, English, row 5", { exact: true })).toHaveValue("c");
  await page.getByRole("button", { name: "Take the paste back" }).click();
  await expect(page.getByLabel("Name, English, row 5", { exact: true })).toHaveValue("");
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).join(" "))).toContain(`${tag} Two`);
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(page.getByText("What you had typed is here again.")).toBeVisible();
  await page.getByRole("button", { name: "Check 2 rows" }).click();
  await page.getByRole("button", { name: "Save 2 rows" }).click();
  await expect(page.getByText("2 rows saved.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone.")).toBeVisible();
  await page.goto(`/enterprises?query=${encodeURIComponent(tag)}`);
  await expect(page.getByText("No enterprise matches.")).toBeVisible();
});

test("what is typed into a grid before the page's script has arrived is there, and is a change", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const firm = await makeFirm(page);
  const arrive = await holdScripts(page);
  const address = `/imports/grid?kind=enterprises&query=${encodeURIComponent(firm)}`;
  await page.goto(address, { waitUntil: "commit" });
  const sector = page.getByLabel("Sector code, row 2", { exact: true });
  const name = page.getByLabel("Name, English, row 4", { exact: true });
  await sector.fill("M7340");
  await name.fill("Early");
  arrive();
  await expect(page.getByRole("button", { name: "Check 2 rows" })).toBeEnabled();
  await expect(sector).toHaveValue("M7340");
  await expect(name).toHaveValue("Early");

  // The draft of all that is brought back, but not over what is typed while the page is on its way again.
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).join(" "))).toContain("M7340");
  page.on("dialog", (dialog) => dialog.accept());
  await page.unrouteAll();
  const arriveAgain = await holdScripts(page);
  await page.goto(address, { waitUntil: "commit" });
  await sector.fill("C2710");
  arriveAgain();
  await expect(page.getByText("What you had typed is here again.")).toBeVisible();
  await expect(sector).toHaveValue("C2710");
  await expect(page.getByLabel("Name, English, row 3", { exact: true })).toHaveValue("Early");
});

test("five thousand rows are pasted, checked and saved, and one bad cell among them is found", async ({
  as,
}) => {
  test.setTimeout(180_000);
  const page = await as("OFFICER", "zh");
  const tag = unique("海量");
  await page.goto("/imports/grid?kind=enterprises&query=nobody-is-called-so");
  const rows = Array.from(
    { length: 5000 },
    (_, i) => `${tag}第${i}号公司\t${i === 4321 ? "火星" : "新加坡"}`,
  );
  await paste(page, "企业名称，第 2 行", ["企业名称\t国别", ...rows].join("\n"));
  await expect(page.getByText("已粘贴 5,000 行。")).toBeVisible();
  // Only what is in sight is drawn.
  expect(await page.getByRole("textbox").count()).toBeLessThan(1000);
  await page.getByRole("button", { name: "检查 5,000 行" }).click();
  await expect(page.getByText("新增 4,999，变更 0，相同 0，重复 0，待更正 1。")).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole("button", { name: "国别，第 4323 行" }).click();
  await expect(page.getByLabel("国别，第 4323 行", { exact: true })).toBeFocused();
  await page.keyboard.type("SG");
  await page.getByRole("button", { name: "检查 5,000 行" }).click();
  await page.getByRole("button", { name: "保存 5,000 行" }).click({ timeout: 60_000 });
  await expect(page.getByText("已保存 5,000 行。")).toBeVisible({ timeout: 60_000 });
  await page.goto(`/enterprises?query=${encodeURIComponent(tag)}`);
  await expect(page.getByText(/5,?000/).first()).toBeVisible();
});

test("an office's own field is a column of the grid, with what stands in it, and is saved from there", async ({
  as,
}) => {
  const [admin, page] = [await as("ADMIN"), await as("OFFICER")];
  const label = unique("Standing ");
  await admin.goto("/custom-fields/new?subject=ENTERPRISE");
  await admin.getByLabel("Label, English").first().fill(label);
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: label })).toBeVisible();
  const name = await makeFirm(page);
  const cell = page.getByLabel(`${label}, row 2`, { exact: true });
  for (const [before, after] of [
    ["", "first"],
    ["first", "second"],
  ] as const) {
    await page.goto(`/imports/grid?kind=enterprises&query=${encodeURIComponent(name)}`);
    await expect(cell).toHaveValue(before);
    await cell.fill(after);
    await page.getByRole("button", { name: "Check 1 row" }).click();
    await page.getByRole("button", { name: "Save 1 row" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Enterprises" })).toBeVisible();
  }
});

test("people and counts of a firm are pasted on its page; no identity number and no name is kept", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const park = await makePark(page);
  const firm = await makeFirm(page);
  const people = `${new URL(page.url()).pathname}/people`;
  await page.goto(people);
  await page.getByRole("link", { name: "Edit in a grid, paste from Excel" }).last().click();
  await expect(page.getByLabel("Name, English, row 2", { exact: true })).toHaveValue(firm);
  await expect(page.getByText("is not kept by this browser")).toBeVisible();
  const name = unique("Quentin ");
  const number = "11010519491231002X";
  const block = ["姓名\t工号\t园区\t入职日期", `${name}\t${number}\t${park.code}\t2022-03-01`].join("\r\n");
  await paste(page, "Name, row 2", block);
  await page.getByRole("button", { name: "Check 1 row" }).click();
  const staffNo = page.getByLabel("Staff no, row 2", { exact: true });
  await expect(staffNo).toHaveAttribute("aria-invalid", "true");
  await staffNo.fill("A-1");
  await page.getByRole("button", { name: "Check 1 row" }).click();
  await expect(page.getByText("New 1, changed 0")).toBeVisible();
  // Longer than the pause after which a grid that keeps drafts has kept one: another grid's is there by then.
  const counts = await page.context().newPage();
  await counts.goto(people);
  await counts.getByRole("link", { name: "Edit in a grid, paste from Excel" }).first().click();
  await counts.getByLabel("Park, row 2", { exact: true }).fill(park.code);
  await counts.getByLabel("Headcount on, row 2", { exact: true }).fill("2022-09-30");
  await counts.getByLabel("Headcount, row 2", { exact: true }).fill("41");
  const kept = () => counts.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  await expect.poll(kept).toContain("2022-09-30");
  expect(await kept()).not.toContain(name);
  await counts.getByRole("button", { name: "Check 1 row" }).click();
  await counts.getByRole("button", { name: "Save 1 row" }).click();
  await expect(counts.getByRole("heading", { level: 1, name: firm })).toBeVisible();
  await expect(counts.getByRole("cell", { name: "41", exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Save 1 row" }).click();
  await expect(page.getByRole("heading", { level: 1, name: firm })).toBeVisible();
  await page.goto(`${people}?asOf=2022-11-01`);
  await page.getByRole("link", { name: "Open the roster" }).click();
  await expect(page.getByRole("rowheader").getByRole("link")).toHaveCount(1);
});

test("the grid of agreements opens with the list's rows, as far as the list is narrowed by what became of them", async ({
  as,
}) => {
  const page = await as("OFFICER");
  await page.goto("/agreements?asOf=2023-10-31&state=DELIVERED&query=JC18&sort=code");
  const codes = await page.getByRole("rowheader").getByRole("link").allTextContents();
  expect(codes.length).toBeGreaterThan(1);
  await page.getByLabel("More", { exact: true }).click();
  await page.getByRole("link", { name: "Edit in a grid, paste from Excel" }).click();
  for (const [i, code] of codes.entries()) {
    await expect(page.getByLabel(`Agreement no, row ${i + 2}`, { exact: true })).toHaveValue(code.trim());
  }
  await expect(page.getByLabel("Parties, row 2", { exact: true })).not.toHaveValue("");
});
