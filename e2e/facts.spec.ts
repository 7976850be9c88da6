import type { Page } from "@playwright/test";
import { expect, test } from "./support/sign-in";

/** What was reported in November 2022, each fact read back from a page and from the API. One test a fact. */
const get = async (page: Page, path: string) => (await page.request.get(`/api/v1${path}`)).json();

test("F7: nearly 3,000 high-level talents over ten years at the NUS Guangzhou Innovation Institute", async ({
  as,
}) => {
  const page = await as("MANAGER");
  const { items } = await get(page, "/programmes?query=NUS-TALENT&asOf=2022-11-01");
  expect(items).toMatchObject([
    { target: 3000, trained: 0, institute: { name: "NUS Guangzhou Innovation Institute" } },
  ]);
  expect(items[0].lastYear - items[0].firstYear + 1).toBe(10);
  await page.goto(`/programmes/${items[0].id}?asOf=2022-11-01`);
  await expect(page.getByText("nearly 3,000 high-level talents over ten years")).toBeVisible();
  // What came after is made up, and says so.
  await page.goto(`/programmes/${items[0].id}?asOf=2025-01-31`);
  await expect(page.getByRole("row", { name: /2024/ }).last()).toContainText("made up");
});

test("F12: green bonds of three state-owned enterprises, cumulatively USD 1.34 bn", async ({ as }) => {
  const page = await as("MANAGER");
  const { items, totals } = await get(page, "/instruments?query=GB-&kind=GREEN_BOND&asOf=2022-11-01");
  expect(totals).toMatchObject({ to: "USD", converted: "1340000000.00", missing: [] });
  expect(new Set(items.map((bond: { issuer: { name: string } }) => bond.issuer.name)).size).toBe(3);
  for (const { issuer } of items) expect(issuer.name).toContain("made up");
  await page.goto("/instruments?query=GB-&asOf=2022-11-01");
  await expect(page.getByText("USD 1.34 bn")).toBeVisible();
});
