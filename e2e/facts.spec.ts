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

test("F3: nine industrialisation rule systems, rules for intellectual property, regulations on innovation", async ({
  as,
}) => {
  const page = await as("MANAGER");
  const institute = "China-Singapore International Joint Research Institute";
  const all = (await get(page, "/policies?query=CSI-&asOf=2022-11-01")).items;
  expect(all.every((policy: { institute: { name: string } }) => policy.institute.name === institute)).toBe(
    true,
  );
  const whole = all.find(({ kind }: { kind: string }) => kind === "SYSTEM");
  const { parts, state } = await get(page, `/policies/${whole.id}?asOf=2022-11-01`);
  expect([parts.length, state]).toEqual([9, "IN_FORCE"]);
  await page.goto(`/policies/${whole.id}?asOf=2022-11-01`);
  await expect(page.getByRole("row", { name: /Industrialisation rule system/ })).toHaveCount(9);
  await page.goto("/policies?query=CSI-&state=IN_FORCE&asOf=2022-11-01");
  await expect(page.getByText("Implementation rules for intellectual-property support")).toBeVisible();
  await expect(page.getByText("Regulations on innovation and entrepreneurship (several)")).toBeVisible();
});

test("F4: the provincial Regulations on the zone, in force since 2022-03-01, delegate economic management", async ({
  as,
}) => {
  const page = await as("ENTERPRISE");
  const [before] = (await get(page, "/policies?query=GD-REG&asOf=2022-02-28")).items;
  expect(before).toMatchObject({ state: "NOT_YET", inForce: null });
  const [since] = (await get(page, "/policies?query=GD-REG&asOf=2022-03-01")).items;
  expect(since).toMatchObject({ kind: "REGULATION", state: "IN_FORCE", inForce: { from: "2022-03-01" } });
  await page.goto(`/policies/${since.id}?asOf=2022-11-01`);
  await expect(page.getByText(/delegate economic management authority/).first()).toBeVisible();
});

/** Each claim is bound to the record, which bears it out on the day that it speaks of. */
for (const [fact, about, wanted] of [
  ["F5", "more than 60 projects in the Smart Park", [["PROJECTS", "60"]]],
  [
    "F6",
    "more than 400 enterprises, 3,000 people in OneHub GKC Phase I",
    [
      ["TENANTS", "400"],
      ["HEADCOUNT", "3000"],
    ],
  ],
  ["F10", "the first phase of the delivery centre operates", [["MILESTONES", "1"]]],
  ["F12", "USD 1.34 bn of green bonds", [["ISSUANCE", "1340000000"]]],
] as const) {
  test(`${fact} as it was published: ${about}`, async ({ as }) => {
    const page = await as("MANAGER");
    const { items } = await get(page, `/claims?query=2022-${fact}&asOf=2022-11-01`);
    const claim = items.find(({ code }: { code: string }) => code === `2022-${fact}`);
    expect(claim).toMatchObject({ state: "HOLDS", asOf: "2022-11-01" });
    expect(claim.bindings.map(({ metric, said }: Record<string, string>) => [metric, said])).toEqual(wanted);
    for (const { stateThen } of claim.bindings) expect(stateThen).toBe("HOLDS");
    await page.goto(`/claims/${claim.id}?asOf=2022-11-01`);
    await expect(page.getByRole("heading", { level: 1, name: claim.textEn })).toBeVisible();
    await expect(page.getByText("Holds").first()).toBeVisible();
  });
}
