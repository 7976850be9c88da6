import type { APIRequestContext, APIResponse, Browser, Page } from "@playwright/test";
import type { Address } from "./support/address";
import { addresses } from "./support/addresses";
import { makeFirm, makePark, unique } from "./support/office";
import { fill, findSample, type Sample } from "./support/sample";
import { expect, type SampleRole, sampleSignIn, signIn, test } from "./support/sign-in";

const roles: SampleRole[] = ["ADMIN", "OFFICER", "MANAGER", "ENTERPRISE", "VIEWER"];
const nobodys = "01890000-0000-7000-8000-000000000000";

async function contextOf(browser: Browser, baseURL: string | undefined, who?: Parameters<typeof signIn>[1]) {
  const context = await browser.newContext({ baseURL });
  await context.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  if (who) await signIn(context.request, who);
  return context;
}

/** What a reader sees of an answer: title and words, without markup, scripts and addresses. */
function wordsOf(body: string): string {
  return body
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…")
    .replace(/\s+/g, " ");
}

async function samples(browser: Browser, baseURL: string | undefined): Promise<Sample> {
  const [admin, firm] = await Promise.all([
    contextOf(browser, baseURL, sampleSignIn("ADMIN")),
    contextOf(browser, baseURL, sampleSignIn("ENTERPRISE")),
  ]);
  const sample = await findSample(admin.request, firm.request);
  await Promise.all([admin.close(), firm.close()]);
  return sample;
}

/** Asks for an address without following where it sends; a form is sent empty. */
const ask = (request: APIRequestContext, { kind }: Address, path: string) =>
  kind === "form" ? request.post(path, { maxRedirects: 0 }) : request.get(path, { maxRedirects: 0 });

/** A form's refusal comes back to the page it was sent from, in words. */
const refusal = (answer: APIResponse) =>
  // Each side is led from the other's front room to its own.
  answer.status() === 307 && /^\/(portal(\/people\/roster.*)?)?$/.test(answer.headers().location ?? "")
    ? 403
    : answer.status() === 303
      ? /problem=errors\.(forbidden|notFound)/.test(answer.headers().location ?? "")
        ? 403
        : 200
      : answer.status();

for (const role of roles) {
  test(`${role} is answered where it may read, and refused everywhere else`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const sample = await samples(browser, baseURL);
    const context = await contextOf(browser, baseURL, sampleSignIn(role));
    for (const address of addresses) {
      const path = fill(address.path, sample);
      const answer = await ask(context.request, address, path);
      const may = address.readers.includes(role);
      const seen = `${path}: ${refusal(answer)}`;
      if (may && address.kind === "form") expect([403, 404], seen).not.toContain(refusal(answer));
      else if (may) expect(seen).toBe(`${path}: 200`);
      else {
        expect([403, 404], seen).toContain(refusal(answer));
        const body = await answer.text();
        expect(body, path).not.toContain(sample.leaseNo);
        if (role !== "ENTERPRISE") expect(body, path).not.toContain(sample.enterpriseName);
      }
    }
    await context.close();
  });
}

test("nobody in particular is sent to the door, and the API says 401", async ({ browser, baseURL }) => {
  const sample = await samples(browser, baseURL);
  const context = await contextOf(browser, baseURL);
  for (const address of addresses) {
    const path = fill(address.path, sample);
    const answer = await ask(context.request, address, path);
    if (address.kind === "page" || (address.kind === "form" && !path.startsWith("/api"))) {
      expect(answer.headers().location ?? (await answer.text()), path).toContain("/sign-in");
    } else expect([path, answer.status()]).toEqual([path, 401]);
    expect(await answer.text(), path).not.toContain(sample.leaseNo);
  }
  await context.close();
});

/** Adds a person by the forms and gives them a password by their link. */
async function addPerson(admin: Page, fillIn: (page: Page) => Promise<void>) {
  const email = `${unique("stranger")}@test.example`;
  const password = "a long enough sentence";
  await admin.goto("/users/new");
  await admin.getByLabel("Name", { exact: true }).fill("A Stranger");
  await admin.getByLabel("E-mail address").fill(email);
  await fillIn(admin);
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "A Stranger" })).toBeVisible();
  await admin.getByRole("button", { name: "Make a sign-in link" }).click();
  const link = (await admin.getByRole("status").locator("code").textContent()) ?? "";
  const door = await admin.context().browser()?.newContext({ locale: "en-GB" });
  const page = await door?.newPage();
  await page?.goto(link);
  await page?.getByLabel("New password").fill(password);
  await page?.getByRole("button", { name: "Set your password" }).click();
  await expect(page?.getByRole("heading", { level: 1, name: "Sign in" }) ?? admin.locator("x")).toBeVisible();
  await door?.close();
  return { email, password };
}

/** A record out of reach answers exactly as one that does not exist, with nothing of it in body or title. */
async function expectStranger(request: APIRequestContext, sample: Sample, known: Address[]) {
  for (const address of known) {
    const path = fill(address.path, sample);
    const missing = fill(
      address.path,
      Object.fromEntries(Object.keys(sample).map((name) => [name, nobodys])),
    );
    const [foreign, none] = [await ask(request, address, path), await ask(request, address, missing)];
    expect([path, foreign.status()]).toEqual([path, none.status()]);
    expect([403, 404], path).toContain(refusal(foreign));
    const body = await foreign.text();
    expect(body, path).not.toContain(sample.leaseNo);
    expect(body, path).not.toContain(sample.enterpriseName);
    expect(wordsOf(body), path).toBe(wordsOf(await none.text()));
  }
}

/** Papers that a firm may read all of, or none: for those the role decides, not whose they are. */
const papers = /\{(programme|rate|instrument|policy|claim|unsigned|returnForm|openForm)\}/;
/** Of the whole zone and no park: who is limited to parks reads them as everybody of the office, and writes none. */
const zones =
  /\{(agreement|returnRound|plannedRound|meeting|series|actionItem|commitment|commitmentCode|measurement)\}/;

const withRecord = addresses.filter((address) => address.path.includes("{") && !address.path.includes("?"));
const named = withRecord.filter(({ path }) => !papers.test(path));
const ofTheZone = withRecord.filter(({ path }) => papers.test(path) || zones.test(path));
const ofParks = named.filter(({ path }) => !zones.test(path));

test("an officer of another park finds nothing of this one", async ({ as, browser, baseURL }) => {
  test.setTimeout(180_000);
  const admin = await as("ADMIN");
  const sample = await samples(browser, baseURL);
  const park = await makePark(admin);
  const who = await addPerson(admin, async (page) => {
    await page.getByLabel("All parks").uncheck();
    await page.getByLabel(park.name).check();
  });
  const context = await contextOf(browser, baseURL, who);
  await expectStranger(context.request, sample, ofParks);
  // They read what is the whole zone's, and write none of it.
  for (const address of ofTheZone) {
    const path = fill(address.path, sample);
    const answer = await ask(context.request, address, path);
    const reads = address.kind !== "form" && address.readers.includes("MANAGER") && !/sign-off/.test(path);
    if (reads) expect([path, answer.status()]).toEqual([path, 200]);
    // The API looks at a body's form before it asks how far its sender reaches.
    else if (path.startsWith("/api")) expect(refusal(answer), path).toBeGreaterThanOrEqual(400);
    else expect(refusal(answer), path).toBe(403);
  }
  for (const list of ["/leases", "/enterprises", "/units", "/projects", "/reports/occupancy"]) {
    const body = await (await context.request.get(list)).text();
    expect(body, list).not.toContain(sample.leaseNo);
    expect(body, list).not.toContain(sample.enterpriseName);
  }
  const mine = await (await context.request.get("/api/v1/parks")).json();
  expect(mine.items.map((item: { code: string }) => item.code)).toEqual([park.code]);
  const { total } = await (await context.request.get("/api/v1/occupancy?asOf=2022-11-01")).json();
  expect(total).toMatchObject({ lettableArea: "0.00", occupancyRate: null });
  await context.close();
});

test("a user of another firm finds nothing of this one", async ({ as, browser, baseURL }) => {
  test.setTimeout(180_000);
  const admin = await as("ADMIN");
  const sample = await samples(browser, baseURL);
  const firm = await makeFirm(admin);
  const who = await addPerson(admin, async (page) => {
    await page.getByRole("combobox", { name: "Role" }).selectOption({ label: "Enterprise user" });
    await page.getByRole("combobox", { name: "Firms they act for" }).fill(firm);
    await page.getByRole("option").filter({ hasText: firm }).first().click();
  });
  const context = await contextOf(browser, baseURL, who);
  await expectStranger(context.request, sample, named);
  for (const list of ["/leases", "/enterprises", "/units", "/projects", "/search?q=OH1"]) {
    const body = await (await context.request.get(list)).text();
    expect(body, list).not.toContain(sample.leaseNo);
    expect(body, list).not.toContain(sample.enterpriseName);
  }
  await context.close();
});
