import { unique } from "./support/office";
import { expect, test } from "./support/sign-in";

test("three bonds are USD 1.34 bn; in yuan the missing rate is named, entered, and then there is a sum", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const word = unique("Series");
  const bonds = [
    { amount: "5亿", currency: "USD", on: "2019-03-01" },
    { amount: "3,200,000,000", currency: "CNY", on: "2019-05-10", rate: "6.40" },
    { amount: "340000000", currency: "USD", on: "2019-08-01" },
  ];
  for (const [at, bond] of bonds.entries()) {
    await page.goto("/instruments/new");
    await page.getByLabel("Code").fill(`${word}-${at}`);
    await page.getByLabel("Name, English").fill(`Bond ${at} of ${word}`);
    await page.getByLabel("Amount", { exact: true }).fill(bond.amount);
    await page.getByRole("combobox", { name: "Amount: Currency" }).selectOption(bond.currency);
    await page.getByRole("textbox", { name: "Priced on" }).fill(bond.on);
    if (at === 0) {
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("Choose an enterprise, or write the issuer’s name.")).toBeVisible();
    }
    await page.getByLabel("Issuer, English").fill("Sample issuer (made up)");
    if (bond.rate) {
      await page.getByRole("combobox", { name: /^One unit of/ }).selectOption("USD");
      await page.getByLabel("Rate", { exact: false }).first().fill(bond.rate);
      await page.getByRole("combobox", { name: /^is worth, in/ }).selectOption("CNY");
    }
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `Bond ${at} of ${word}` })).toBeVisible();
  }
  await page.goto(`/instruments?query=${word}`);
  // 500 + 3,200 / 6.40 + 340 = 1,340 m
  await expect(page.getByText("USD 1.34 bn")).toBeVisible();
  await page.getByRole("combobox", { name: "Total in" }).selectOption("CNY");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("There is no rate from USD to CNY for 2019-03-01.")).toBeVisible();
  await expect(page.getByText("Not all can be converted")).toBeVisible();
  const zh = await as("MANAGER", "zh");
  await zh.goto(`/instruments?query=${word}&in=CNY`);
  await expect(zh.getByText("缺少 2019-03-01 由 USD 折算为 CNY 的汇率。")).toBeVisible();
  await expect(zh.getByRole("link", { name: "录入该汇率" })).toHaveCount(0);

  for (const [on, rate] of [
    ["2019-03-01", "6.3"],
    ["2019-08-01", "6.75"],
  ] as const) {
    await page.goto(`/instruments?query=${word}&in=CNY`);
    await page.getByRole("link", { name: "Add this rate" }).first().click();
    await expect(page.getByRole("textbox", { name: "Day" })).toHaveValue(on);
    await page.getByLabel("Rate", { exact: true }).fill(rate);
    await page.getByLabel("Source").fill("A bank (made up)");
    await page.getByLabel("Source").press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: `USD/CNY ${on}` })).toBeVisible();
  }
  // 500 × 6.3 + 3,200 + 340 × 6.75 = 3,150 + 3,200 + 2,295 = 8,645 m
  await page.goto(`/instruments?query=${word}&in=CNY`);
  await expect(page.getByText("CNY 8.65 bn")).toBeVisible();
  // The rates go again, so that another run finds none.
  for (const on of ["2019-03-01", "2019-08-01"]) {
    await page.goto(`/rates?from=${on}&to=${on}`);
    await page.getByRole("link", { name: "USD/CNY" }).click();
    await page.getByRole("link", { name: "Edit" }).click();
    await page.getByRole("button", { name: "Delete this rate" }).click();
    await expect(page.getByText("The rate is deleted.")).toBeVisible();
  }
});

test("rates are pasted from a table, and a line that is none is named", async ({ as }) => {
  const page = await as("OFFICER");
  const day = `20${String(30 + (Date.now() % 60)).padStart(2, "0")}-0${1 + (Date.now() % 9)}-1${Date.now() % 10}`;
  await page.goto("/rates/paste");
  await page.getByLabel("Source").fill(`Pasted ${day}`);
  await page.getByLabel("Lines").fill(`SGD HKD ${day} 5.5\nSGD SGD ${day} 1`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Line 2 is no rate: write two currencies, a day and a rate.")).toBeVisible();
  await page.getByLabel("Lines").fill(`base quote day rate\nSGD HKD ${day} 5.5`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("row", { name: new RegExp(`SGD/HKD ${day} 5.5`) })).toBeVisible();
});
