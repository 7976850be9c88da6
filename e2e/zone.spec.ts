import { axeFindings } from "./support/axe";
import { expect, test } from "./support/sign-in";

const nobodys = "01890000-0000-7000-8000-000000000000";

test("the zone and its office stand on the home page and at the head of what is printed", async ({ as }) => {
  for (const [locale, name, office] of [
    ["en", "China-Singapore Guangzhou Knowledge City", "Cooperation Affairs Office"],
    ["zh", "中新广州知识城", "合作事务办公室"],
  ] as const) {
    const page = await as("MANAGER", locale);
    await page.goto("/");
    await expect(page.getByRole("main").getByText(name, { exact: true })).toBeVisible();
    await page.goto("/reports/occupancy?asOf=2022-11-01");
    const heads = await page.locator("style").allTextContents();
    expect(heads.join("\n")).toContain(`@top-center { content: "${name} · ${office}"; }`);
  }
});

test("everybody reads it, the office its history, and the administrator alone changes it", async ({ as }) => {
  const viewer = await as("VIEWER");
  await viewer.goto("/zone");
  await expect(viewer.getByRole("definition").filter({ hasText: "粤港澳大湾区" })).toBeVisible();
  await expect(viewer.getByRole("link", { name: "History" })).toHaveCount(0);
  const officer = await as("OFFICER");
  await officer.goto("/zone");
  await expect(officer.getByRole("main").getByRole("link", { name: "Edit" })).toHaveCount(0);
  await officer.getByRole("link", { name: "History" }).click();
  await expect(officer.getByText("Changed the zone").first()).toBeVisible();
  const admin = await as("ADMIN");
  await admin.goto("/settings");
  await admin.getByRole("link", { name: "China-Singapore Guangzhou Knowledge City" }).click();
  await admin.getByRole("main").getByRole("link", { name: "Edit" }).click();
  for (const language of ["Chinese", "English"]) await admin.getByLabel(`Name, ${language}`).fill("");
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByLabel("Name, Chinese")).toHaveAttribute("aria-invalid", "true");
  await expect(admin.getByLabel("Name, Chinese")).toBeFocused();
});

test("a page that is refused or not there has one main, and axe finds nothing on it", async ({ as }) => {
  const page = await as("VIEWER");
  const admin = await as("ADMIN");
  for (const [who, path, status] of [
    [page, "/zone/edit", 403],
    [page, "/parks", 403],
    [admin, `/parks/${nobodys}`, 404],
    [admin, "/nowhere/at/all", 404],
  ] as const) {
    expect((await who.goto(path))?.status(), path).toBe(status);
    await expect(who.getByRole("main"), path).toHaveCount(1);
    await expect(who.getByRole("heading", { level: 1 }), path).toHaveCount(1);
    expect(await axeFindings(who), path).toEqual([]);
  }
});
