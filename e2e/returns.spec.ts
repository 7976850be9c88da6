import { readFileSync } from "node:fs";
import { unique } from "./support/office";
import { expect, test } from "./support/sign-in";

test("an officer designs a form, plans a round of it and cancels it", async ({ as }) => {
  const page = await as("OFFICER");
  const code = unique("F-");
  await page.goto("/return-forms/new");
  await page.keyboard.type(code);
  await page.getByLabel("Title, English").fill(`Form ${code}`);
  await page.getByRole("checkbox", { name: "Begin with the ready quarterly form" }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Not asked yet: may be changed")).toBeVisible();
  await page.getByRole("link", { name: "Change the questions" }).click();
  await page.getByRole("button", { name: "Add a question" }).click();
  const row = page.getByRole("group", { name: "Questions 2" });
  await row.getByLabel("Key").fill("R&D");
  await row.getByRole("combobox", { name: "Section" }).selectOption("people");
  await row.getByLabel("Label, English").fill("People in R&D");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Begin with a small letter", { exact: false }).first()).toBeVisible();
  await row.getByLabel("Key").fill("research");
  await page.getByRole("button", { name: "Add a sum" }).click();
  await page.getByLabel("Total", { exact: true }).fill("total");
  await page.getByLabel("Parts").fill("research");
  await page.getByRole("combobox", { name: "They" }).selectOption("AT_MOST");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("row", { name: /People in R&D/ })).toBeVisible();
  await expect(page.getByText("The parts do not exceed the total", { exact: false })).toBeVisible();

  await page.goto("/return-rounds/new");
  const round = unique("R-");
  await page.keyboard.type(round);
  await page.getByLabel("Title, English").fill(`Round ${round}`);
  await page.getByRole("combobox", { name: "Form" }).selectOption({ label: `${code} Form ${code}` });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Nobody has been asked yet")).toBeVisible();
  const address = new URL(page.url()).pathname;
  await page.goto(`${address}/cancel`);
  await page.getByRole("button", { name: "Cancel the round" }).click();
  await expect(page).toHaveURL(/\/return-rounds$/);
});

test("an officer reads an answer beside its questions and sends it back with a comment", async ({ as }) => {
  const page = await as("OFFICER");
  await page.goto("/returns?state=SUBMITTED&query=&sort=-receivedOn");
  await page.getByRole("rowheader").first().getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: "A year ago" }).first()).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}/send-back`);
  await page.getByRole("button", { name: "Send back" }).click();
  await expect(page.getByText("Say what should be looked at again", { exact: false }).last()).toBeVisible();
  await page.getByLabel("Revenue").fill("As in the tax return?");
  await page.getByRole("textbox", { name: "May be sent until" }).fill("2099-12-31");
  await page.getByRole("button", { name: "Send back" }).click();
  await expect(page.getByText("Sent back").first()).toBeVisible();
  await expect(page.getByRole("row", { name: /Revenue/ })).toContainText("As in the tax return?");
});

test("an officer enters an answer on behalf of a firm, with the rules told before anything is sent", async ({
  as,
}) => {
  const page = await as("OFFICER");
  // The sample's own firm may answer whatever the day.
  await page.goto("/returns?state=NOT_STARTED");
  const firm = await as("ENTERPRISE");
  const { items } = await (await firm.request.get("/api/v1/returns")).json();
  await page.goto(`/returns/${items[0].id}/fill`);
  await page.getByLabel("Persons employed at the end of the period").fill("12");
  await page.getByLabel("On your own payroll").fill("9");
  await page.getByLabel("Dispatched").fill("2");
  await page.getByLabel("Other", { exact: false }).first().fill("0");
  await page.getByRole("button", { name: "Enter on behalf" }).click();
  await expect(page.getByText("The parts come to 11, the total is 12.")).toBeVisible();
  await expect(page.getByText("Fill this in.").first()).toBeVisible();
});

test("a manager reads a round in Chinese: who is in scope, and how the figures are made", async ({ as }) => {
  const page = await as("MANAGER", "zh");
  await page.goto("/return-rounds");
  await page.getByRole("link", { name: "2022-Q3" }).click();
  await expect(page.getByText("回收率").first()).toBeVisible();
  await expect(page.getByText("应报", { exact: false }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "截止批次" })).toHaveCount(0);
});

test("a return goes out as a workbook; a file that is another is told in words and changes nothing", async ({
  as,
}) => {
  const [page, firm] = [await as("OFFICER"), await as("ENTERPRISE")];
  const { items } = await (await firm.request.get("/api/v1/returns")).json();
  const address = `/returns/${items[0].id}`;
  const workbook = await firm.request.get(`${address}/workbook`);
  expect(workbook.headers()["content-type"]).toContain("spreadsheetml");
  await page.goto(address);
  const other = { name: "units.csv", mimeType: "text/csv", buffer: Buffer.from("park,building\nX,Y\n") };
  await page.getByLabel("Filled in").setInputFiles(other);
  await page.getByRole("button", { name: "Take it in as the draft" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("not the workbook of a return");
  const { items: after } = await (await firm.request.get("/api/v1/returns")).json();
  expect(after[0].version).toBe(items[0].version);
});

test("all workbooks of a round go out in one archive; of many that come back each is told apart", async ({
  as,
}) => {
  const [page, firm] = [await as("OFFICER"), await as("ENTERPRISE")];
  const { items } = await (await firm.request.get("/api/v1/returns")).json();
  const { id, round, version } = items[0];
  await page.goto(`/return-rounds/${round.id}`);
  const link = page.getByRole("link", { name: "Download all as one archive (.zip)" });
  const [archive] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(archive.suggestedFilename()).toBe(`${round.code}.zip`);
  // A stored archive has its names in the clear.
  const bytes = readFileSync(await archive.path());
  expect(bytes.includes("manifest.csv")).toBe(true);
  const csv = (name: string, ...lines: string[]) => {
    return { name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) };
  };
  await page
    .getByLabel("Filled-in workbooks", { exact: false })
    .setInputFiles([
      csv("other.csv", "park,building", "X,Y"),
      csv("nobody.csv", "Key,Answer", "total,12"),
      csv("wrong.csv", "Key,Answer", `#${id},`, "total,a dozen"),
      { name: "half.zip", mimeType: "application/zip", buffer: bytes.subarray(0, bytes.length - 40) },
    ]);
  await page.getByRole("button", { name: "Bring in" }).click();
  await expect(page.getByText("0 sent, 0 drafts, 0 unchanged, 4 refused.")).toBeVisible();
  const row = (name: string) => page.getByRole("row", { name: new RegExp(name) });
  await expect(row("other.csv")).toContainText("not the workbook of a return");
  await expect(row("nobody.csv")).toContainText("does not say which firm");
  await expect(row("wrong.csv")).toContainText("a dozen");
  await expect(row("half.zip")).toContainText("cannot be read");
  const { items: after } = await (await firm.request.get("/api/v1/returns")).json();
  expect(after[0].version).toBe(version);
});

test("a firm in several parks is asked how many work in each, and told where they do not come to the total", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const get = async (path: string) => (await page.request.get(`/api/v1${path}`)).json();
  const { items: rounds } = await get("/return-rounds?query=2022-Q3");
  const { items } = await get(`/returns?round=${rounds[0].id}&returnState=NOT_STARTED&limit=200`);
  type Found = {
    id: string;
    version: number;
    definition: { sections: { titleEn: string; fields: Labelled[] }[] };
  };
  type Labelled = { labelZh: string | null; labelEn: string | null };
  const places = ({ definition }: Found) =>
    definition.sections.find(({ titleEn }) => titleEn === "Where they work");
  let found: Found | undefined;
  for (const { id } of items) {
    const one: Found = await get(`/returns/${id}`);
    if (places(one)) found = one;
    if (found) break;
  }
  const { id, version } = found ?? { id: "", version: 0 };
  const [north, south] =
    (found && places(found)?.fields.map(({ labelEn, labelZh }) => labelEn ?? labelZh ?? "")) ?? [];
  const late = await page.request.post(`/api/v1/returns/${id}/allow-late`, {
    headers: { "if-match": `"${version}"` },
    data: { openUntil: "2099-12-31", reason: "They were closed" },
  });
  expect(late.status()).toBe(200);
  await page.goto(`/returns/${id}/fill`);
  await page.getByLabel("Persons employed at the end of the period").fill("12");
  await page
    .getByRole("main")
    .getByLabel(north ?? "", { exact: false })
    .fill("7");
  await page
    .getByRole("main")
    .getByLabel(south ?? "", { exact: false })
    .fill("4");
  await page.getByRole("button", { name: "Enter on behalf" }).click();
  await expect(page.getByText("The parks come to 11, the total is 12.")).toBeVisible();
  await page
    .getByRole("main")
    .getByLabel(south ?? "", { exact: false })
    .fill("5");
  await page.getByRole("button", { name: "Enter on behalf" }).click();
  await expect(page.getByText("The parks come to", { exact: false })).toHaveCount(0);
  // The workbook asks the same.
  const workbook = await page.request.get(`/returns/${id}/workbook`);
  expect(workbook.status()).toBe(200);
});
