import { unique } from "./support/office";
import { expect, test } from "./support/sign-in";

test("an officer keeps a commitment: from 0 to 500 by the end of 2022, 120, 310 and 465 on the way", async ({
  as,
}) => {
  const officer = await as("OFFICER");
  const code = unique("CM-");
  await officer.goto("/commitments/new");
  await officer.getByLabel("Code").fill(code);
  await officer.getByLabel("Title, English").fill(`Commitment ${code}`);
  await officer.getByLabel("Title, Chinese").fill(`承诺 ${code}`);
  await officer.getByLabel("Target", { exact: true }).fill("500");
  await officer.getByRole("textbox", { name: "Baseline on" }).fill("2022-03-31");
  await officer.getByRole("textbox", { name: "Due on" }).fill("2022-03-31");
  await officer.getByLabel("Unit, English").fill("people");
  await officer.keyboard.press("Enter");
  await expect(officer.getByText("Say who promised it: a firm, or a name.")).toBeVisible();
  await expect(officer.getByText("The due day must lie after the baseline's day.")).toBeVisible();
  await officer.getByLabel("Promised by, English").fill("Somebody");
  await officer.getByRole("textbox", { name: "Due on" }).fill("2022-12-31");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: `Commitment ${code}` })).toBeVisible();
  const page = new URL(officer.url()).pathname;
  for (const [on, value] of [
    ["2022-06-30", "120"],
    ["2022-09-30", "310"],
    ["2022-12-31", "456"],
  ] as const) {
    await officer.goto(`${page}/measure`);
    await officer.getByRole("textbox", { name: "Day" }).fill(on);
    await officer.getByLabel("Value").fill(value);
    await officer.getByLabel("Where it comes from").fill("Letter of the firm");
    await officer.getByRole("button", { name: "Save" }).click();
    await expect(officer.getByRole("row", { name: new RegExp(on) })).toContainText(value);
  }
  await officer.getByRole("link", { name: "Correct: 2022-12-31" }).click();
  await officer.getByLabel("Value").fill("465");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("row", { name: /2022-12-31/ })).toContainText("465");
  const figures = async (asOf: string) => {
    await officer.goto(`${page}?asOf=${asOf}`);
    return officer.locator("main dl").first().textContent();
  };
  // 120 / 500; 500 × 91 / 275
  expect(await figures("2022-06-30")).toContain("24.0%");
  expect(await figures("2022-06-30")).toContain("165.5");
  // 310 / 500; 500 × 183 / 275; 310 / 332.7
  const september = await figures("2022-09-30");
  for (const text of ["62.0%", "332.7", "93.2%", "Open"]) expect(september).toContain(text);
  expect(await figures("2022-12-31")).toContain("Partly met");
  await officer.goto(`/commitments?query=${code}&asOf=2022-12-31&outcome=PARTLY`);
  await expect(officer.getByRole("row", { name: new RegExp(code) })).toContainText("93.0%");

  await officer.goto(`${page}/waive`);
  await officer.getByRole("textbox", { name: "Waived on" }).fill("2022-11-01");
  await officer.getByRole("button", { name: "Waive", exact: true }).click();
  await expect(officer.getByText("Fill this in.").first()).toBeVisible();
  await officer.getByLabel("Reason").fill("The council said so");
  await officer.getByRole("button", { name: "Waive", exact: true }).click();
  await expect(officer.getByText("Waived").first()).toBeVisible();
  await officer.getByRole("link", { name: "History" }).click();
  await expect(officer.getByText("The council said so").first()).toBeVisible();

  const chinese = await as("MANAGER", "zh");
  await chinese.goto(`${page}?asOf=2022-09-30`);
  await expect(chinese.getByRole("heading", { level: 1, name: `承诺 ${code}` })).toBeVisible();
  await expect(chinese.getByText("完成率").first()).toBeVisible();
  await expect(chinese.getByRole("link", { name: "填报进度" })).toHaveCount(0);
});

test("a live metric follows the record and takes no typing; a firm reads what it promised", async ({
  as,
}) => {
  const [officer, firm] = [await as("OFFICER"), await as("ENTERPRISE")];
  const own = (await (await firm.request.get("/api/v1/enterprises")).json()).items[0];
  const code = unique("CM-");
  await officer.goto("/commitments/new");
  await officer.getByLabel("Code").fill(code);
  await officer.getByLabel("Title, English").fill(`People ${code}`);
  await officer.getByLabel("Promised by, English").fill("The firm");
  await officer.getByRole("combobox", { name: "Measured by" }).selectOption({ label: "Headcount of a firm" });
  const box = officer.getByRole("combobox", { name: "Of which firm" });
  await box.fill(own.nameEn ?? own.nameZh);
  await officer.getByRole("listbox", { name: "Of which firm" }).getByRole("option").first().click();
  await officer.getByLabel("Target", { exact: true }).fill("500");
  await officer.getByRole("textbox", { name: "Baseline on" }).fill("2022-01-01");
  await officer.getByRole("textbox", { name: "Due on" }).fill("2030-12-31");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: `People ${code}` })).toBeVisible();
  await expect(officer.getByRole("link", { name: "Measure" })).toHaveCount(0);
  await expect(officer.getByText("As the firm last declared it").first()).toBeVisible();
  await firm.goto("/commitments");
  await expect(firm.getByRole("row", { name: /CM-SAMPLE-1/ })).toBeVisible();
  await expect(firm.getByText(code)).toHaveCount(0);
});
