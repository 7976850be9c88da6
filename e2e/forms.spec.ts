import { unique } from "./support/office";
import { expect, test } from "./support/sign-in";

test("what is typed before the page's script has arrived is kept, and Enter loses none of it", async ({
  as,
}) => {
  const page = await as("OFFICER");
  let arrive = () => {};
  const arrival = new Promise<void>((done) => {
    arrive = done;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await arrival;
    await route.continue();
  });
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
