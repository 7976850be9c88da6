import type { Page } from "@playwright/test";
import { makeFirm } from "./support/office";
import { expect, test } from "./support/sign-in";

/** The key works from the moment the page's script is there; a person would press it again, too. */
async function summon(page: Page) {
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.locator("input[type=search][name=q]")).toBeFocused({ timeout: 500 });
  }).toPass();
}

const offered = (page: Page) => page.getByRole("listbox").getByRole("option");

test("Ctrl-K finds a firm as it is typed, the arrows choose it and Enter opens it", async ({ as }) => {
  const page = await as("OFFICER");
  const firm = await makeFirm(page);
  await page.goto("/parks?asOf=2022-11-01");
  await summon(page);
  await page.keyboard.type(firm);
  const option = page.getByRole("option", { name: firm });
  await expect(option).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: firm })).toBeVisible();
  await expect(page).toHaveURL(/asOf=2022-11-01/);
});

test("a verb is found in Chinese by its words and its pinyin's initials, and opens its form", async ({
  as,
}) => {
  const page = await as("OFFICER", "zh");
  await page.goto("/");
  for (const typed of ["登记", "djzy"]) {
    await summon(page);
    await page.getByRole("combobox", { name: "搜索" }).fill(typed);
    await expect(page.getByRole("option", { name: "登记租约" })).toBeVisible();
  }
  await page.getByRole("option", { name: "登记租约" }).click();
  await expect(page).toHaveURL(/\/leases\/new/);
});

test("Enter without a choice shows all that is found; Escape closes; nothing is said to be nothing", async ({
  as,
}) => {
  const page = await as("MANAGER");
  await page.goto("/");
  await summon(page);
  await page.keyboard.type("lion");
  await expect(offered(page).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(offered(page)).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Found for “lion”" })).toBeVisible();
  await expect(page.getByRole("link", { name: /Lion TCR/ }).first()).toBeVisible();
  await summon(page);
  await page.keyboard.type("zzzzqqqq");
  await expect(page.getByText("Nothing found").first()).toBeVisible();
});

test("a firm's own user finds what is theirs alone", async ({ as }) => {
  const [person, officer] = [await as("ENTERPRISE"), await as("OFFICER")];
  const { items } = await (await person.request.get("/api/v1/enterprises")).json();
  const own = new Set(items.map(({ id }: { id: string }) => `/enterprises/${id}`));
  expect(own.size).toBeGreaterThan(0);
  const firmsFor = async (page: Page, typed: string): Promise<string[]> => {
    const { groups } = await (
      await page.request.get(`/search/suggest?q=${encodeURIComponent(typed)}`)
    ).json();
    return groups
      .filter(({ key }: { key: string }) => key === "enterprises")
      .flatMap(({ items: found }: { items: { href: string }[] }) => found.map(({ href }) => href));
  };
  const name = items[0].nameEn ?? items[0].nameZh;
  expect(await firmsFor(person, name)).toEqual([`/enterprises/${items[0].id}`]);
  for (const typed of ["lion", "ncs", "广州", "gz"]) {
    expect((await firmsFor(officer, typed)).length, typed).toBeGreaterThan(0);
    expect(
      (await firmsFor(person, typed)).filter((href) => !own.has(href)),
      typed,
    ).toEqual([]);
  }
});
