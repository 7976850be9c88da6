import type { Page } from "@playwright/test";
import { makeFirmPerson } from "./support/firm-person";
import { expect, type Locale, test } from "./support/sign-in";

const long = "字a".repeat(5_000);
const said = {
  en: {
    day: "There is no such day. Look at the calendar.",
    date: "Write a date such as 2022-11-01 or 1 Nov 2022.",
    ahead: "This day has not come yet.",
    year: "The year must lie between 1900 and 2100.",
    number: "Write a number, such as 1,250.5 or 3万.",
    most: "It must be 1,000,000,000,000,000 or less.",
    decimals: "At most 4 decimals.",
    long: (max: number) => `It must be ${max} characters or fewer.`,
    fill: "Fill this in.",
    decide: "Accept or refuse this.",
    why: "Say why, so that the firm knows what to do.",
    one: "One answer needs mending",
  },
  zh: {
    day: "没有这一天，请核对日历。",
    date: "请填写日期，如 2022-11-01 或 2022年11月1日。",
    ahead: "该日期尚未到来。",
    year: "年份须在 1900 至 2100 之间。",
    number: "请填写数字，如 1,250.5 或 3万。",
    most: "不得大于 1,000,000,000,000,000。",
    decimals: "最多保留 4 位小数。",
    long: (max: number) => `不得超过 ${max} 个字符。`,
    fill: "请填写此项。",
    decide: "请审核此项。",
    why: "请说明原因，以便企业修改。",
    one: "有 1 处需要修改",
  },
};

const submit = (page: Page) => page.getByRole("main").locator("button[type=submit]").last().click();

/** Fills a form, sends it, and finds each refusal at its field and each text as it was typed. */
async function refuses(page: Page, tries: Record<string, [typed: string, refusal: string]>): Promise<void> {
  for (const [name, [typed]] of Object.entries(tries)) await page.locator(`[name="${name}"]`).fill(typed);
  await submit(page);
  for (const [name, [typed, refusal]] of Object.entries(tries)) {
    const field = page.locator(`[name="${name}"]`);
    await expect(field, name).toHaveAttribute("aria-invalid", "true");
    await expect(field, name).toHaveAccessibleDescription(new RegExp(refusal.replace(/[.?()]/g, "\\$&")));
    // Separators may come in between; nothing that was typed goes.
    expect((await field.inputValue()).replace(/,/g, ""), name).toBe(typed);
  }
}

/** The first address of a portal's page that is of a form. */
async function firstLink(page: Page, list: string, address: RegExp): Promise<string> {
  await page.goto(list);
  const links = page.getByRole("main").getByRole("link");
  const hrefs = await links.evaluateAll((found) => found.map((one) => one.getAttribute("href") ?? ""));
  return hrefs.find((href) => address.test(href)) ?? "";
}

for (const locale of ["en", "zh"] satisfies Locale[]) {
  const t = said[locale];

  test(`what a firm reports wrongly is refused in words at its field, and stays (${locale})`, async ({
    as,
  }) => {
    const page = await as("ENTERPRISE", locale);
    await page.goto(await firstLink(page, "/portal/promises", /promises\/./));
    const words = { evidence: [long, t.long(2000)], note: [long, t.long(1000)] } as const;
    await refuses(page, {
      ...{ on: ["2022-02-30", t.day], value: ["1e400", t.number], source: [long, t.long(300)] },
      evidence: [...words.evidence],
      note: [...words.note],
    });
    await refuses(page, { on: ["soon", t.date], value: ["abc", t.number], source: ["", t.fill] });
    await refuses(page, { on: ["1800-01-01", t.year], value: ["99999999999999999999", t.most] });
    await refuses(page, { on: ["", t.fill], value: ["1.123456789", t.decimals] });

    const project = await firstLink(page, "/portal/projects", /projects\/./);
    await page.goto(await firstLink(page, project, /projects\/[^/]+\/./));
    await refuses(page, {
      actualOn: ["31 Feb 2022", t.day],
      evidence: [...words.evidence],
      note: [...words.note],
    });
    await page.locator("[name=evidence]").fill("Protocol 7");
    await page.locator("[name=note]").fill("");
    await refuses(page, { actualOn: ["2099-01-01", t.ahead] });
    await expect(page.locator("[name=evidence]")).toHaveValue("Protocol 7");
  });

  test(`a decision that says too little or too much is refused at its field (${locale})`, async ({ as }) => {
    const page = await as("OFFICER", locale);
    await page.goto("/change-requests?state=OPEN");
    const link = page.getByRole("main").getByRole("rowheader").getByRole("link").first();
    const href = (await link.getAttribute("href")) ?? "";
    await page.goto(href);
    await submit(page);
    const verdicts = page.locator('select[name$=".decision"]');
    await expect(verdicts.first()).toHaveAccessibleDescription(new RegExp(t.decide));
    const count = await verdicts.count();
    if (count === 1) await expect(page.getByRole("main").getByText(t.one)).toBeVisible();
    for (const verdict of await verdicts.all()) await verdict.selectOption("REFUSED");
    await submit(page);
    const comment = page.locator('textarea[name^="decisions."]').first();
    await expect(comment).toHaveAccessibleDescription(new RegExp(t.why));
    for (const words of await page.locator("textarea").all()) await words.fill(long);
    await submit(page);
    await expect(comment).toHaveAccessibleDescription(new RegExp(t.long(1000)));
    await expect(comment).toHaveValue(long);
    await page.goto(`${href}/send-back`);
    await refuses(page, { comment: [long, t.long(1000)] });
  });
}

test("nobody decides on what they have not seen, and no word of a decision is lost", async ({ as }) => {
  const admin = await as("ADMIN");
  const { firm, firmUrl, who } = await makeFirmPerson(admin);
  const [person, one, two] = [await as(who), await as("OFFICER"), await as("ADMIN", "zh")];
  const ask = async (short: string) => {
    await person.goto("/portal/profile/edit/names");
    await person.getByLabel("Short name").fill(short);
    await person.getByRole("button", { name: "Send to the office" }).click();
    await expect(person.getByRole("heading", { level: 1, name: "Our profile" })).toBeVisible();
  };
  await ask("Alpha");
  await one.goto(`/change-requests?query=${encodeURIComponent(firm)}&state=OPEN`);
  const link = one.getByRole("rowheader", { name: firm }).getByRole("link");
  const href = (await link.getAttribute("href")) ?? "";
  await one.goto(href);
  await expect(one.getByText("Alpha", { exact: true })).toBeVisible();
  await ask("Beta");
  const verdict = one.getByLabel("Decision");
  await verdict.selectOption({ label: "Accept" });
  await one.getByLabel("Word to the firm").fill("As agreed on the phone");
  await one.getByRole("button", { name: "Decide" }).click();
  await expect(one.getByText("The request was changed while you decided.")).toBeVisible();
  // It now shows what is asked, asks for a verdict on that, and keeps the words.
  await expect(one.getByText("Beta", { exact: true })).toBeVisible();
  await expect(verdict).toHaveValue("");
  await expect(one.getByLabel("Word to the firm")).toHaveValue("As agreed on the phone");

  await two.goto(href);
  await verdict.selectOption({ label: "Accept" });
  await one.getByRole("button", { name: "Decide" }).click();
  await expect(one.getByText("Decided.", { exact: true })).toBeVisible();
  await two.locator('select[name$=".decision"]').selectOption("REFUSED");
  await two.locator('textarea[name^="decisions."]').fill("已被占用");
  await submit(two);
  await expect(two.getByText("该申请已办结。")).toBeVisible();
  await expect(two.locator('textarea[name^="decisions."]')).toHaveValue("已被占用");
  await admin.goto(firmUrl);
  await expect(admin.getByText("Beta", { exact: true })).toBeVisible();
});
