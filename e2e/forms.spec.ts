import { readFileSync } from "node:fs";
import { holdScripts } from "./support/live";
import { unique } from "./support/office";
import { expect, type Locale, test } from "./support/sign-in";

test("what is typed before the page's script has arrived is kept, and Enter loses none of it", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const arrive = await holdScripts(page);
  const name = unique("Early ");
  await page.goto("/enterprises/new", { waitUntil: "commit" });
  await page.getByLabel("Name, English").fill(name);
  await page.getByRole("combobox", { name: "Stage" }).selectOption({ label: "Signed" });
  await page.getByLabel("Name, English").press("Enter");
  await expect(page.getByRole("button", { name: "Save" })).toBeDisabled();
  arrive();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("Signed").first()).toBeVisible();
});

test("a refused form says what is missing in the reader's language and leads there", async ({ as }) => {
  for (const [locale, save, words] of [
    ["en", "Save", "Write a name in Chinese or in English."],
    ["zh", "保存", "请至少填写中文或英文名称之一。"],
  ] as const) {
    const page = await as("OFFICER", locale);
    await page.goto("/enterprises/new");
    await page.getByRole("button", { name: save }).click();
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.locator(":focus")).toHaveAttribute("name", "nameZh");
  }
});

test("words in a search box of which nothing was chosen are said to be no choice, and stay", async ({
  as,
}) => {
  const page = await as("OFFICER");
  await page.goto("/projects/new");
  const lead = page.getByRole("combobox", { name: /^Lead/ });
  const note = page.getByText("Nothing is chosen: take one of the list, or empty the box.");
  await lead.fill("nobody-is-called-so");
  await expect(note).toHaveCount(0);
  await lead.press("Tab");
  await expect(note).toBeVisible();
  await expect(lead).toHaveValue("nobody-is-called-so");
  await expect(lead).toHaveAttribute("aria-invalid", "true");
  await lead.fill("");
  await expect(note).toHaveCount(0);
});

/** What the product itself says, so that both languages are asked for in the same words. */
function sentences(locale: Locale, noun: string) {
  return JSON.parse(readFileSync(`lib/messages/${locale}/${noun}.json`, "utf8"));
}

for (const locale of ["en", "zh"] as const) {
  test(`what contradicts itself is refused at its field in words, and stays typed (${locale})`, async ({
    as,
  }) => {
    const page = await as("OFFICER", locale);
    const [agreements, commitments, instruments, meetings, rates, errors] = [
      ...["agreements", "commitments", "instruments", "meetings", "rates", "errors"],
    ].map((noun) => sentences(locale, noun));
    const field = (name: string) => page.getByRole("textbox", { name: new RegExp(`^${name}`) });
    const save = () => page.getByRole("button", { name: locale === "zh" ? "保存" : "Save" }).click();
    const refused = async (name: string, typed: string, words: string) => {
      await expect(page.getByText(words).first()).toBeVisible();
      await expect(field(name)).toHaveAttribute("aria-invalid", "true");
      await expect(field(name)).toHaveValue(typed);
    };

    await page.goto("/agreements/new");
    await field(agreements.signedOn).fill("2022-11-01");
    await field(agreements.effectiveOn).fill("2023-01-01");
    await field(agreements.expiresOn).fill("2022-12-01");
    await save();
    await refused(agreements.expiresOn, "2022-12-01", errors.datesOrdered);

    await page.goto("/commitments/new");
    await field(commitments.targetValue).fill("500");
    await field(commitments.baselineOn).fill("2022-12-31");
    await field(commitments.targetOn).fill("2022-03-31");
    await save();
    await refused(commitments.targetOn, "2022-03-31", commitments.errors.dueAfterBaseline);

    await page.goto("/instruments/new");
    await field(instruments.pricedOn).fill("2022-05-10");
    await field(instruments.maturesOn).fill("2021-05-10");
    await save();
    await refused(instruments.maturesOn, "2021-05-10", errors.datesOrdered);

    const sessions = (await (await page.request.get("/api/v1/meetings?limit=200")).json()).items;
    const [{ number, seriesId }] = sessions;
    await page.goto("/meetings/new");
    await page.getByRole("combobox", { name: meetings.series }).selectOption(seriesId);
    await field(meetings.number).fill(String(number));
    await field(meetings.startsOn).fill("2022-11-01");
    await save();
    await refused(meetings.number, String(number), meetings.errors.numberTaken);

    const [{ base, quote, on }] = (await (await page.request.get("/api/v1/rates")).json()).items;
    await page.goto(`/rates/new?base=${base}&quote=${quote}&on=${on}`);
    await field(rates.rate).fill("6.5");
    await field(rates.source).fill("A bank");
    await save();
    await refused(rates.on, on, rates.errors.dayTaken);
    await expect(field(rates.rate)).toHaveValue("6.5");
    await page.goto("/rates/paste");
    const lines = `SGD HKD 1999-01-04 4.6\nSGD HKD 1999-01-04 4.7`;
    await field(rates.source).fill("A bank");
    await field(rates.lines).fill(lines);
    await save();
    const twice = rates.errors.lineTwice.replace("{line}", "2").replace("{first}", "1");
    await refused(rates.lines, lines, twice);
  });
}
