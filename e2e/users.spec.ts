import { unique } from "./support/office";
import { expect, sampleSignIn, test } from "./support/sign-in";

const password = "a long enough sentence";

/** Adds an officer and sets their password by the link; returns how they sign in. */
async function addOfficer(admin: import("@playwright/test").Page) {
  const email = `${unique("officer")}@test.example`;
  await admin.goto("/users/new");
  await admin.getByLabel("Name", { exact: true }).fill("Test Officer");
  await admin.getByLabel("E-mail address").fill(email);
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Test Officer" })).toBeVisible();
  await admin.getByRole("button", { name: "Make a sign-in link" }).click();
  const link = await admin.getByRole("status").locator("code").textContent();
  return { email, link: link ?? "" };
}

test("a person is added, sets a password by a link that works once, and a suspension works at the next click", async ({
  as,
  browser,
  baseURL,
}) => {
  const admin = await as("ADMIN");
  const { email, link } = await addOfficer(admin);
  const context = await browser.newContext({ baseURL, locale: "en-GB" });
  const person = await context.newPage();
  await person.goto(link);
  await person.getByLabel("New password").fill("short");
  await person.getByRole("button", { name: "Set your password" }).click();
  await expect(person.getByText("Write at least 12 characters.").first()).toBeVisible();
  await person.getByLabel("New password").fill(password);
  await person.getByRole("button", { name: "Set your password" }).click();
  await person.getByLabel("E-mail address").fill(email);
  await person.getByLabel("Password").fill(password);
  await person.getByRole("button", { name: "Sign in" }).click();
  await expect(person.getByRole("heading", { level: 1, name: "What needs doing" })).toBeVisible();

  const used = await context.newPage();
  await used.goto(link);
  await used.getByLabel("New password").fill(password);
  await used.getByRole("button", { name: "Set your password" }).click();
  await expect(used.getByText(/has been used or has expired/).first()).toBeVisible();

  await admin.getByRole("button", { name: "Suspend" }).click();
  await expect(admin.getByRole("button", { name: "Let in again" })).toBeVisible();
  await person.goto("/leases");
  await expect(person).toHaveURL(/\/sign-in/);
  await context.close();
});

test("guessing is slowed where it happens, and the true user elsewhere comes in", async ({ as, page }) => {
  const admin = await as("ADMIN");
  const { email, link } = await addOfficer(admin);
  // The true user's own device has signed in before.
  await page.goto(link);
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Set your password" }).click();
  const enter = async (secret: string) => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill(secret);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await enter(password);
  await expect(page.getByRole("heading", { level: 1, name: "What needs doing" })).toBeVisible();
  const device = (await page.context().cookies()).filter((cookie) => cookie.name === "device");
  expect(device).toHaveLength(1);

  const guesser = page.context().request;
  await page.context().clearCookies();
  let answer = "";
  for (let i = 0; i < 6; i += 1) {
    const { csrfToken } = await (await guesser.get("/api/auth/csrf")).json();
    const form = { csrfToken, email, password: `guess ${i}`, json: "true" };
    answer = (await (await guesser.post("/api/auth/callback/credentials", { form })).json()).url;
  }
  expect(decodeURIComponent(answer)).toContain("wait:");
  await page.context().addCookies(device);
  await enter(password);
  await expect(page.getByRole("heading", { level: 1, name: "What needs doing" })).toBeVisible();
});

test("a wrong password and an unknown address get the same words, and signing in leads back", async ({
  page,
}) => {
  await page.goto("/leases?status=HOLDOVER");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  const { email, password: right } = sampleSignIn("MANAGER");
  for (const address of [email, "nobody@test.example"]) {
    await page.getByLabel("E-mail address").fill(address);
    await page.getByLabel("Password").fill("wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("The address or the password is not right.")).toBeVisible();
  }
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(right);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/leases\?status=HOLDOVER/);
});

test("the language changes at any moment and the page stays", async ({ as }) => {
  const page = await as("MANAGER");
  await page.goto("/enterprises?asOf=2022-11-01&cluster=BIOMEDICINE");
  await page.getByRole("button", { name: "简体中文" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "企业" })).toBeVisible();
  await expect(page).toHaveURL(/cluster=BIOMEDICINE/);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
});
