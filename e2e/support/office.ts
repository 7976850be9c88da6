import { expect, type Page } from "@playwright/test";
import { unique } from "../../lib/testing/unique";

export { unique };

/** Each test has its own park, with one building of one floor. */
export async function makePark(page: Page): Promise<{ code: string; name: string; buildingUrl: string }> {
  const code = unique("P");
  const name = `Park ${code}`;
  await page.goto("/parks/new");
  await page.getByLabel("Code").fill(code);
  await page.getByLabel("Name, English").fill(name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.goto(`/buildings/new?park=${code}`);
  await page.getByLabel("Code").fill("A");
  await page.getByLabel("Name, English").fill(`Tower ${code}`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Tower ${code}` })).toBeVisible();
  return { code, name, buildingUrl: new URL(page.url()).pathname };
}

/** A unit of 100 m² in the building; returns its code. */
export async function makeUnit(page: Page, buildingUrl: string, code = unique("U")): Promise<string> {
  await page.goto(`/units/new?building=${buildingUrl.split("/").at(-1)}`);
  await page.getByRole("combobox", { name: "Floor" }).selectOption({ label: "1" });
  await page.getByLabel("Unit", { exact: true }).fill(code);
  await page.getByLabel("Area, m²").fill("100");
  await page.getByRole("textbox", { name: "Exists from" }).fill("2015-01-01");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `A ${code}` })).toBeVisible();
  return code;
}

export async function makeFirm(page: Page): Promise<string> {
  const name = unique("Firm ");
  await page.goto("/enterprises/new");
  await page.getByLabel("Name, English").fill(name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return name;
}

/** Types into a type-ahead and takes the first answer. */
export async function choose(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByRole("combobox", { name: label, exact: true });
  // A kept draft may hold the very same text, and typing it again would change nothing.
  await box.fill("");
  await box.fill(text);
  await page.getByRole("option").filter({ hasText: text }).first().click();
}

/** Fills the form of a new lease; the caller saves. */
export async function fillLease(
  page: Page,
  lease: { no: string; firm: string; unit: string; from: string; to: string },
): Promise<void> {
  await page.goto("/leases/new");
  await page.getByLabel("Lease no.").fill(lease.no);
  await choose(page, "Enterprise", lease.firm);
  await page.getByRole("textbox", { name: "Starts on" }).fill(lease.from);
  await page.getByRole("textbox", { name: "Ends on" }).fill(lease.to);
  await choose(page, "Unit", lease.unit);
}
