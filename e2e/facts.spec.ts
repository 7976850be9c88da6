import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/sign-in";

/**
 * The zone as it was reported in November 2022: each fact is read back from a page and from the API.
 *
 * F1  the zone, its region and the office that reports on it
 * F2  the 18th council, its 19 agreements, and the framework among them
 * F3  the Joint Research Institute's rule systems, rules and regulations
 * F4  the provincial Regulations, in force since 2022-03-01
 * F5  the Smart Park: its opening, its investment, its projects
 * F6  OneHub GKC, Phase I: its enterprises and people
 * F7  the talents of the NUS Guangzhou Innovation Institute
 * F8  Biosyngen's production base
 * F9  Lion TCR's production base and headquarters
 * F10 the NCS delivery centre and its 500 professionals
 * F11 SP Group's regional energy
 * F12 green bonds by the MOU with Singapore Exchange
 * F13 what the cooperation looks ahead to
 */
const facts = Array.from({ length: 13 }, (_, n) => `F${n + 1}`);
const asOf = "2022-11-01";

test("each of the thirteen facts has a test of its own, in their order", () => {
  const titles = [...readFileSync(test.info().file, "utf8").matchAll(/^test\("(F\d+): /gm)];
  expect(titles.map(([, fact]) => fact)).toEqual(facts);
});

async function read(page: Page, path: string) {
  const answer = await page.request.get(`/api/v1${path}`);
  expect(answer.ok()).toBe(true);
  return answer.json();
}

/** The page of a project, and its words by the API. */
async function projectOf(page: Page, code: string) {
  const project = await read(page, `/projects/${code}?asOf=${asOf}`);
  const records = await read(page, `/projects/${code}/records?asOf=${asOf}`);
  await page.goto(`/projects/${project.id}?asOf=${asOf}`);
  return { project, said: records.updates.map(({ textEn }: { textEn: string }) => textEn).join("\n") };
}

test("F1: China-Singapore Guangzhou Knowledge City, in the Greater Bay Area, by its Cooperation Affairs Office", async ({
  as,
}) => {
  const page = await as("VIEWER");
  const zone = await read(page, "/zone");
  expect(zone).toMatchObject({
    nameEn: "China-Singapore Guangzhou Knowledge City",
    nameZh: "中新广州知识城",
    regionEn: "Guangdong-Hong Kong-Macao Greater Bay Area",
    officeEn: "Cooperation Affairs Office",
  });
  await page.goto("/zone");
  await expect(page.getByRole("heading", { level: 1, name: zone.nameEn })).toBeVisible();
  for (const words of [zone.regionEn, zone.officeEn]) {
    await expect(page.getByRole("definition").filter({ hasText: words })).toBeVisible();
  }
});

test("F2: the 18th council opened in Singapore on 2022-11-01; 19 were signed, the cooperation framework among them", async ({
  as,
}) => {
  const page = await as("MANAGER");
  const { items } = await read(page, "/meetings?limit=200");
  const session = items.find(
    ({ number, series }: { number: number; series: { code: string } }) =>
      number === 18 && series.code === "JCBC",
  );
  expect(session).toMatchObject({ startsOn: "2022-11-01", placeEn: "Singapore", agreements: 19 });
  const signed = (await read(page, `/agreements?meeting=${session.id}&limit=200&asOf=${asOf}`)).items;
  expect(signed.length).toBe(19);
  const framework = signed.find(({ code }: { code: string }) => code === "GKC-FRAMEWORK");
  expect(framework).toMatchObject({ kind: "MOU", signedOn: "2022-11-01" });
  expect(framework.nameEn).toContain("cooperation framework for Singapore companies' part in the zone's");
  await page.goto(`/meetings/${session.id}?asOf=${asOf}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "18th China-Singapore Joint Council for Bilateral Cooperation",
  );
  await expect(page.getByText("Nineteen MOUs and agreements were signed.").first()).toBeVisible();
  await page.goto(`/agreements?meeting=${session.id}&asOf=${asOf}`);
  await expect(page.getByRole("table").getByText(framework.nameEn)).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "19 in all" })).toBeVisible();
});

test("F3: nine industrialisation rule systems, rules for intellectual property, regulations on innovation", async ({
  as,
}) => {
  const page = await as("MANAGER");
  const institute = "China-Singapore International Joint Research Institute";
  const all = (await read(page, "/policies?query=CSI-&asOf=2022-11-01")).items;
  expect(all.every((policy: { institute: { name: string } }) => policy.institute.name === institute)).toBe(
    true,
  );
  const whole = all.find(({ kind }: { kind: string }) => kind === "SYSTEM");
  const { parts, state } = await read(page, `/policies/${whole.id}?asOf=2022-11-01`);
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
  const [before] = (await read(page, "/policies?query=GD-REG&asOf=2022-02-28")).items;
  expect(before).toMatchObject({ state: "NOT_YET", inForce: null });
  const [since] = (await read(page, "/policies?query=GD-REG&asOf=2022-03-01")).items;
  expect(since).toMatchObject({ kind: "REGULATION", state: "IN_FORCE", inForce: { from: "2022-03-01" } });
  await page.goto(`/policies/${since.id}?asOf=2022-11-01`);
  await expect(page.getByText(/delegate economic management authority/).first()).toBeVisible();
});

test("F5: the Smart Park opened in June 2022, CNY 1.4 bn, more than 60 industrialisation projects", async ({
  as,
}) => {
  const manager = await as("MANAGER");
  const { items } = await read(manager, "/projects?park=CSP&limit=200");
  const industrial = items.filter(({ kind }: { kind: string }) => kind === "INDUSTRIALISATION");
  expect(industrial.length).toBeGreaterThan(60);
  const promised = await read(manager, `/commitments/CM-CSP-60?asOf=${asOf}`);
  expect(promised).toMatchObject({ target: 60, actual: 60, outcome: "MET" });
  const parks = (await read(manager, "/parks?limit=200")).items;
  const park = parks.find(({ code }: { code: string }) => code === "CSP");
  expect(park).toMatchObject({ openedOn: "2022-06-01" });
  await manager.goto(`/parks/${park.id}`);
  await expect(manager.getByText("2022-06-01").first()).toBeVisible();
  await expect(manager.getByText(/CNY 1,400,000,000|CNY 1\.4 bn/).first()).toBeVisible();
  await manager.goto(`/commitments/${promised.id}?asOf=${asOf}`);
  await expect(manager.getByText("60个以上 / more than 60")).toBeVisible();
  for (const code of ["NCS-FDC", "SPG-ENERGY", "LION-GMP", "STAR3D"]) {
    expect((await read(manager, `/projects/${code}`)).park).toMatchObject({ code: "CSP" });
  }
});

test("F6: more than 400 enterprises and 3,000 people in OneHub GKC, Phase I", async ({ as }) => {
  const page = await as("MANAGER");
  const ofPark = ({ code }: { code: string }) => code === "OH1";
  const occupancy = (await read(page, `/occupancy?asOf=${asOf}`)).parks.find(ofPark);
  expect(occupancy.tenants).toBeGreaterThan(400);
  const headcount = (await read(page, `/headcount?asOf=${asOf}`)).parks.find(ofPark);
  expect(headcount.total).toBe(3000);
  await page.goto(`/reports/occupancy?asOf=${asOf}&park=OH1`);
  const tenants = page.getByRole("region", { name: "Figures" }).locator("dl > div", { hasText: "Tenants" });
  await expect(tenants.locator("dd").first()).toHaveText(String(occupancy.tenants));
  await page.goto(`/reports/headcount?asOf=${asOf}&park=OH1`);
  const park = page.getByRole("table", { name: "By park" }).getByRole("row").nth(1);
  await expect(park).toContainText("OneHub GKC, Phase I");
  await expect(park).toContainText("3,000");
});

test("F7: nearly 3,000 high-level talents over ten years at the NUS Guangzhou Innovation Institute", async ({
  as,
}) => {
  const page = await as("MANAGER");
  const { items } = await read(page, "/programmes?query=NUS-TALENT&asOf=2022-11-01");
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

test("F8: Biosyngen has built the largest commercial base of immune-cell drugs in South China", async ({
  as,
}) => {
  const manager = await as("MANAGER");
  const { project, said } = await projectOf(manager, "BIO-BASE");
  expect(project.lead).toMatchObject({ nameEn: "Biosyngen" });
  expect(said).toContain("largest commercial production base of immune-cell drugs in South China");
  await expect(manager.getByRole("row", { name: /Production base built/ })).toContainText("Done");
  await expect(manager.getByText(/largest commercial production base/).first()).toBeVisible();
});

test("F9: Lion TCR plans a GMP cell production base and its China headquarters", async ({ as }) => {
  const manager = await as("MANAGER");
  const { project, said } = await projectOf(manager, "LION-GMP");
  expect(project.lead).toMatchObject({ nameEn: "Guangzhou Lion TCR" });
  expect(said).toContain("GMP cell production base and its China headquarters");
  await expect(
    manager.getByRole("heading", { level: 1, name: "GMP cell production base and China headquarters" }),
  ).toBeVisible();
});

test("F10: NCS expects 500 IT professionals by the end of 2022; the first phase operates", async ({ as }) => {
  const manager = await as("MANAGER");
  const { said } = await projectOf(manager, "NCS-FDC");
  expect(said).toContain("5G, digital twins and blockchain");
  await expect(manager.getByRole("row", { name: /First phase operates/ })).toContainText("Done");
  const all = await read(manager, `/commitments?asOf=2022-09-30`);
  const promised = all.find(({ code }: { code: string }) => code === "CM-NCS-500");
  // 310 of 500; 500 × 183 / 275 = 332.7; 310 / 332.7 = 93.2 %
  expect(promised).toMatchObject({ baseline: 0, target: 500, targetOn: "2022-12-31", actual: 310 });
  expect([promised.attainment, promised.expected, promised.pace].map((n) => n.toFixed(3))).toEqual([
    "0.620",
    "332.727",
    "0.932",
  ]);
  await manager.goto(`/commitments/${promised.id}?asOf=2022-09-30`);
  await expect(manager.getByText("62.0%").first()).toBeVisible();
  await expect(manager.getByText("332.7").first()).toBeVisible();
});

test("F11: SP Group is to build and operate regional energy, starting with the Knowledge Tower", async ({
  as,
}) => {
  const manager = await as("MANAGER", "zh");
  const { project, said } = await projectOf(manager, "SPG-ENERGY");
  expect(project.lead).toMatchObject({ nameEn: "SP Group" });
  expect(said).toContain("starting with the Knowledge Tower");
  await expect(manager.getByText(/先从知识塔起步/).first()).toBeVisible();
});

test("F12: green bonds of three state-owned enterprises, cumulatively USD 1.34 bn", async ({ as }) => {
  const page = await as("MANAGER");
  const { items, totals } = await read(page, "/instruments?query=GB-&kind=GREEN_BOND&asOf=2022-11-01");
  expect(totals).toMatchObject({ to: "USD", converted: "1340000000.00", missing: [] });
  expect(new Set(items.map((bond: { issuer: { name: string } }) => bond.issuer.name)).size).toBe(3);
  for (const { issuer } of items) expect(issuer.name).toContain("made up");
  await page.goto("/instruments?query=GB-&asOf=2022-11-01");
  await expect(page.getByText("USD 1.34 bn")).toBeVisible();
});

test("F13: ahead lie the Belt and Road, RCEP and ASEAN markets, the digital economy and green development", async ({
  as,
}) => {
  const page = await as("MANAGER", "zh");
  const { items } = await read(page, "/meetings?limit=200");
  const { id } = items.find(
    ({ number, series }: { number: number; series: { code: string } }) =>
      number === 18 && series.code === "JCBC",
  );
  const { outcomes } = await read(page, `/meetings/${id}`);
  const ahead = outcomes.find(({ textEn }: { textEn: string }) => /ahead/.test(textEn));
  for (const aim of ["Belt and Road", "RCEP", "ASEAN", "digital economy", "green development"]) {
    expect(ahead.textEn).toContain(aim);
  }
  await page.goto(`/meetings/${id}?asOf=${asOf}`);
  await expect(page.getByText(ahead.textZh).first()).toBeVisible();
});

/** Each claim is bound to the record, which bears it out on the day that it speaks of. */
for (const [fact, about, wanted] of [
  ["F2", "19 agreements were signed at the council", [["AGREEMENTS", "19"]]],
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
    const { items } = await read(page, `/claims?query=2022-${fact}&asOf=2022-11-01`);
    const claim = items.find(({ code }: { code: string }) => code === `2022-${fact}`);
    expect(claim).toMatchObject({ state: "HOLDS", asOf: "2022-11-01" });
    expect(claim.bindings.map(({ metric, said }: Record<string, string>) => [metric, said])).toEqual(wanted);
    for (const { stateThen } of claim.bindings) expect(stateThen).toBe("HOLDS");
    await page.goto(`/claims/${claim.id}?asOf=2022-11-01`);
    await expect(page.getByRole("heading", { level: 1, name: claim.textEn })).toBeVisible();
    await expect(page.getByText("Holds").first()).toBeVisible();
  });
}
