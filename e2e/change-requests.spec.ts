import type { Page } from "@playwright/test";
import { makeFirmPerson } from "./support/firm-person";
import { choose, unique } from "./support/office";
import { expect, test } from "./support/sign-in";

/** The firm asks for names in the portal. */
async function askForNames(page: Page, names: { en: string; short: string }) {
  await page.goto("/portal/profile");
  await page.getByRole("link", { name: "Change: Names" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Names" })).toBeVisible();
  await page.getByLabel("Name, English").fill(names.en);
  await page.getByLabel("Short name").fill(names.short);
  await page.getByRole("button", { name: "Send to the office" }).click();
  await expect(page.getByText("Sent to the office.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Our profile" })).toBeVisible();
}

/** The officer opens the firm's request from the queue. */
async function openRequest(officer: Page, firm: string) {
  await officer.goto(`/change-requests?query=${encodeURIComponent(firm)}&state=OPEN`);
  await officer.getByRole("rowheader", { name: firm }).getByRole("link").click();
  await expect(officer.getByRole("heading", { level: 1, name: `${firm}: change request` })).toBeVisible();
}

async function say(officer: Page, field: string, decision: "Accept" | "Refuse", comment = "") {
  const group = officer.getByRole("group", { name: field, exact: true });
  await group.getByLabel("Decision").selectOption({ label: decision });
  if (comment) await group.getByLabel("Comment for the firm").fill(comment);
}

test("a firm asks for names; one is refused with a comment, mended, sent again and accepted", async ({
  as,
}) => {
  const [admin, officer] = [await as("ADMIN"), await as("OFFICER")];
  const { firm, firmUrl, name, who } = await makeFirmPerson(admin);
  const person = await as(who);
  await person.setViewportSize({ width: 390, height: 844 });
  const renamed = unique("Renamed ");
  await askForNames(person, { en: renamed, short: "Taken" });
  await expect(person.getByText(/waits for the office/).first()).toBeVisible();
  await expect(person.getByText(`Asked for: ${renamed}`)).toBeVisible();
  // Nothing changed yet.
  await officer.goto(firmUrl);
  await expect(officer.getByRole("heading", { level: 1, name: firm })).toBeVisible();

  await openRequest(officer, firm);
  await officer.getByRole("button", { name: "Decide" }).click();
  await expect(officer.locator('[aria-invalid="true"]').first()).toBeFocused();
  await say(officer, "Name, English", "Accept", "As on your licence");
  await say(officer, "Short name", "Refuse");
  await officer.getByRole("button", { name: "Decide" }).click();
  await expect(officer.getByText("Say why, so that the firm knows what to do.")).toBeVisible();
  await say(officer, "Short name", "Refuse", "Another firm is called so");
  await officer.getByRole("button", { name: "Decide" }).click();
  await expect(officer.getByText("Decided.", { exact: true })).toBeVisible();
  await officer.goto(`${firmUrl}/history`);
  await expect(officer.getByText(`Ou Wei (sample) for ${name}`)).toBeVisible();

  await person.goto("/portal/profile");
  await person.getByRole("region", { name: "What we asked for" }).getByRole("link").first().click();
  const refused = person.getByRole("region", { name: "Short name" });
  await expect(refused.getByText("Refused")).toBeVisible();
  await expect(refused.getByText(/Another firm is called so/)).toBeVisible();
  await expect(person.getByRole("region", { name: "Name, English" }).getByText("Accepted")).toBeVisible();
  await refused.getByRole("link", { name: "Mend: Short name" }).click();
  await expect(person.getByRole("textbox", { name: "Short name" })).toHaveValue("Taken");
  await expect(person.getByLabel("Name, English")).toHaveValue(renamed);
  await person.getByLabel("Short name").fill("Our own");
  await person.getByRole("button", { name: "Send to the office" }).click();
  await expect(person.getByRole("heading", { level: 1, name: "Our profile" })).toBeVisible();

  await openRequest(officer, renamed);
  await say(officer, "Short name", "Accept");
  await officer.getByRole("button", { name: "Decide" }).click();
  await expect(officer.getByText("Decided.", { exact: true })).toBeVisible();
  await officer.goto(firmUrl);
  await expect(officer.getByText("Our own", { exact: true })).toBeVisible();
});

test("a field that somebody changed meanwhile is asked again", async ({ as }) => {
  const [admin, officer] = [await as("ADMIN"), await as("OFFICER")];
  const { firm, firmUrl, who } = await makeFirmPerson(admin);
  const person = await as(who);
  await askForNames(person, { en: firm, short: "Ours" });
  await admin.goto(`${firmUrl}/edit`);
  await admin.getByLabel("Short name").fill("Theirs");
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("Theirs", { exact: true })).toBeVisible();

  await openRequest(officer, firm);
  await expect(officer.getByText(/It now says: Theirs/)).toBeVisible();
  await say(officer, "Short name", "Accept");
  await officer.getByRole("button", { name: "Decide" }).click();
  await expect(officer.getByText("Sent back", { exact: true }).first()).toBeVisible();

  await person.goto("/portal/profile");
  await person.getByRole("link", { name: "See it" }).click();
  await expect(person.getByText(/It now says: Theirs/)).toBeVisible();
  await person.getByRole("button", { name: "Send again as it is" }).click();
  await expect(person.getByText("Sent again.")).toBeVisible();

  // Many at once: this one alone, shown as it will be, and nothing is left out.
  await officer.goto(`/change-requests?query=${encodeURIComponent(firm)}&state=OPEN`);
  await expect(officer.getByText("Tick requests to accept them together")).toBeVisible();
  await officer.getByRole("checkbox", { name: firm }).check();
  await officer.getByRole("button", { name: "Accept…" }).click();
  const accepted = officer.getByRole("region", { name: "1 request will be accepted" });
  await expect(accepted).toContainText("Theirs");
  await expect(accepted).toContainText("Ours");
  await officer.getByRole("button", { name: "Accept 1 request" }).click();
  await expect(officer.getByText("1 request was accepted.")).toBeVisible();
  await officer.goto(firmUrl);
  await expect(officer.getByText("Ours", { exact: true })).toBeVisible();
});

test("what is free is live at once, and a licence is asked for with its document", async ({ as }) => {
  const [admin, officer] = [await as("ADMIN"), await as("OFFICER")];
  const { firm, firmUrl, who } = await makeFirmPerson(admin);
  const person = await as(who);
  await person.setViewportSize({ width: 390, height: 844 });
  await person.goto("/portal/profile/edit/about");
  await person.getByLabel("Website").fill("https://firm.example");
  await person.getByRole("button", { name: "Save" }).click();
  await expect(person.getByText("Saved. It is live.")).toBeVisible();
  await officer.goto(firmUrl);
  await expect(officer.getByText("https://firm.example")).toBeVisible();

  await person.goto("/portal/profile/qualifications/new");
  await person.getByLabel("What it is").fill("GMP licence");
  await person.getByRole("textbox", { name: "Valid to" }).fill("2027-12-31");
  await person.getByRole("button", { name: "Send to the office" }).click();
  await expect(person.getByText("Choose the document that shows this.")).toBeVisible();
  await person.getByLabel("Choose files").setInputFiles({
    name: "gmp.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n".padEnd(2000)),
  });
  await expect(person.getByRole("link", { name: "gmp.pdf" })).toBeVisible();
  await person.getByRole("combobox", { name: "Document" }).selectOption({ label: "gmp.pdf" });
  // What was typed is still there.
  await expect(person.getByLabel("What it is")).toHaveValue("GMP licence");
  await person.getByRole("button", { name: "Send to the office" }).click();
  await expect(person.getByText("Sent to the office.")).toBeVisible();

  await openRequest(officer, firm);
  await expect(officer.getByRole("link", { name: "gmp.pdf" })).toBeVisible();
  await say(officer, "Licence or certificate", "Accept");
  await officer.getByRole("button", { name: "Decide" }).click();
  await expect(officer.getByText("Decided.", { exact: true })).toBeVisible();
  await officer.goto(firmUrl);
  await expect(officer.getByRole("table", { name: "Licences and certificates" })).toContainText(
    "GMP licence",
  );
});

test("a milestone that a firm owes is reported by it, and counts once the office accepts", async ({ as }) => {
  const [admin, officer] = [await as("ADMIN"), await as("OFFICER")];
  const { firm, who } = await makeFirmPerson(admin);
  const code = unique("PR-");
  await officer.goto("/projects/new");
  await officer.getByLabel("Code").fill(code);
  await officer.getByLabel("Title, English").fill(`Project ${code}`);
  await choose(officer, "Lead enterprise (optional)", firm);
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: `Project ${code}` })).toBeVisible();
  const project = new URL(officer.url()).pathname;
  await officer.goto(`/milestones/new?project=${project.split("/").at(-1)}`);
  await officer.getByLabel("Title, English").fill("Trial production");
  await officer.getByRole("textbox", { name: "Baseline" }).fill("2030-06-30");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("row", { name: /Trial production/ })).toBeVisible();

  const person = await as(who);
  await person.setViewportSize({ width: 390, height: 844 });
  await person.goto("/portal/projects");
  await person.getByRole("link", { name: `Project ${code}` }).click();
  await person.getByRole("link", { name: /Trial production/ }).click();
  await person.getByRole("textbox", { name: /We expect it on/ }).fill("2030-09-30");
  await person.getByRole("button", { name: "Send to the office" }).click();
  await expect(person.getByRole("heading", { level: 1, name: `Project ${code}` })).toBeVisible();
  // Nothing counts before the office has said so: no day of slip is shown.
  await officer.goto(project);
  await expect(officer.getByRole("row", { name: /Trial production/ })).not.toContainText("2030-09-30");
  await openRequest(officer, firm);
  await say(officer, "Expected on", "Accept");
  await officer.getByRole("button", { name: "Decide" }).click();
  await expect(officer.getByText("Decided.", { exact: true })).toBeVisible();
  await officer.goto(project);
  // 2030-06-30 to 2030-09-30: 92 days.
  await expect(officer.getByRole("row", { name: /Trial production/ })).toContainText("+92");
});

test("a firm sees what it promised, reports how far it is, and reads what counts in either language", async ({
  as,
}) => {
  const [admin, officer] = [await as("ADMIN"), await as("OFFICER")];
  const { firm, who } = await makeFirmPerson(admin);
  const code = unique("CM-");
  await officer.goto("/commitments/new");
  await officer.getByLabel("Code").fill(code);
  await officer.getByLabel("Title, English").fill(`Promise ${code}`);
  await officer.getByLabel("Title, Chinese").fill(`承诺 ${code}`);
  await choose(officer, "Promised by (a firm here) (optional)", firm);
  await officer.getByLabel("Unit, English").fill("people");
  await officer.getByLabel("Unit, Chinese").fill("人");
  await officer.getByLabel("Target", { exact: true }).fill("500");
  await officer.getByRole("textbox", { name: "Baseline on" }).fill("2022-03-31");
  await officer.getByRole("textbox", { name: "Due on" }).fill("2022-12-31");
  await officer.getByRole("button", { name: "Save" }).click();
  await expect(officer.getByRole("heading", { level: 1, name: `Promise ${code}` })).toBeVisible();

  const person = await as(who);
  await person.setViewportSize({ width: 390, height: 844 });
  await person.goto("/portal/promises");
  await expect(person.getByRole("heading", { level: 1, name: "Our promises" })).toBeVisible();
  await expect(person.getByText("500 people by 2022-12-31")).toBeVisible();
  await person.getByRole("link", { name: `Report: Promise ${code}` }).click();
  await expect(person.getByText(/Not measured yet/)).toBeVisible();
  await person.getByRole("textbox", { name: "On", exact: true }).fill("2022-06-30");
  await person.getByRole("main").getByLabel("Value").fill("many");
  await person.getByLabel("Where it comes from").fill("Our books");
  await person.getByRole("button", { name: "Send to the office" }).click();
  await expect(person.getByRole("main").getByLabel("Value")).toHaveAttribute("aria-invalid", "true");
  await expect(person.getByLabel("Where it comes from")).toHaveValue("Our books");
  await person.getByRole("main").getByLabel("Value").fill("120");
  await person.getByRole("button", { name: "Send to the office" }).click();
  await expect(person.getByText("Your report waits for the office.")).toBeVisible();

  await openRequest(officer, firm);
  await say(officer, "Measurement", "Accept");
  await officer.getByRole("button", { name: "Decide" }).click();
  await expect(officer.getByText("Decided.", { exact: true })).toBeVisible();

  const chinese = await as(who, "zh");
  await chinese.goto("/portal/promises");
  await expect(chinese.getByRole("heading", { level: 1, name: "我们的承诺" })).toBeVisible();
  await expect(chinese.getByText("2022-12-31前达到500人")).toBeVisible();
  await chinese.getByRole("link", { name: `填报：承诺 ${code}` }).click();
  await expect(chinese.getByText(/最近：2022-06-30为120人/)).toBeVisible();
});
