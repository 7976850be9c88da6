import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { makeLine } from "./support/line";
import { makeFirm, unique } from "./support/office";
import { findSample } from "./support/sample";
import { expect, sampleSignIn, signIn, test } from "./support/sign-in";

/** A PDF as far as its content tells. */
const pdf = (size = 2_000) => Buffer.from(`${"%PDF-1.7\n".padEnd(size - 6)}%%EOF\n`);
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });

async function openFirm(page: Page): Promise<string> {
  await makeFirm(page);
  await page.getByRole("link", { name: "Attachments" }).click();
  await expect(page.getByText("Nothing attached yet")).toBeVisible();
  return new URL(page.url()).pathname;
}

const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });
const choose = (page: Page) => page.getByLabel("Choose files");
const underway = (page: Page) => page.getByRole("list", { name: "Files being added" });

/** Lets no more than so many bytes a second out; nothing: as fast as it goes. */
async function slowDown(page: Page, bytes = -1): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", {
    ...{ offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: bytes },
  });
}

test("an officer attaches several files, hands one out as it came, names it, removes it and has it back", async ({
  as,
}) => {
  const page = await as("OFFICER");
  await openFirm(page);
  await page.getByLabel("Kind").selectOption({ label: "Licence or certificate" });
  await choose(page).setInputFiles([
    file("营业执照（副本）.pdf", pdf(300_000)),
    file("page.html", Buffer.from("<html><script>alert(1)</script>".padEnd(200))),
    file("scan.exe", pdf()),
    file("nothing.pdf", Buffer.alloc(0)),
  ]);
  await expect(rowOf(page, "营业执照（副本）.pdf")).toContainText("Licence or certificate");
  // By its content: what its name said of it does not count.
  await expect(rowOf(page, "scan.exe.pdf")).toBeVisible();
  await expect(underway(page).getByRole("listitem").filter({ hasText: "page.html" })).toContainText(
    "This kind of file is not kept",
  );
  await expect(underway(page).getByRole("listitem").filter({ hasText: "nothing.pdf" })).toContainText(
    "The file is empty.",
  );

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "营业执照（副本）.pdf", exact: true }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("营业执照（副本）.pdf");
  expect((await readFile(await download.path())).equals(pdf(300_000))).toBe(true);

  await page.getByRole("link", { name: "Edit: 营业执照（副本）.pdf" }).click();
  await page.getByLabel("What it is").fill("Business licence 2022");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(rowOf(page, "营业执照（副本）.pdf")).toContainText("Business licence 2022");

  await page.getByRole("button", { name: "Remove 营业执照（副本）.pdf" }).click();
  await expect(rowOf(page, "营业执照（副本）.pdf")).toHaveCount(0);
  await expect(page.getByText("营业执照（副本）.pdf is removed.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rowOf(page, "营业执照（副本）.pdf")).toContainText("Business licence 2022");
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByText("Removed an attachment")).toBeVisible();
  await expect(page.getByText(/Attachment: SHA-256/).first()).toBeVisible();
});

test("an upload shows how far it is and can be cancelled; one that breaks off leaves nothing, and is tried again", async ({
  as,
  baseURL,
}) => {
  const page = await as("OFFICER");
  const address = await openFirm(page);
  await slowDown(page, 300_000);
  await choose(page).setInputFiles(file("large.pdf", pdf(3_000_000)));
  await expect(underway(page)).toContainText(/[1-9]\d*% of 2\.9 MB/);
  await page.getByRole("button", { name: "Cancel large.pdf" }).click();
  await expect(underway(page)).toContainText("Cancelled; nothing of it was kept.");

  const line = await makeLine(baseURL ?? "");
  await page.goto(line.address + address);
  await expect(page.getByText("Nothing attached yet")).toBeVisible();
  await choose(page).setInputFiles(file("large.pdf", pdf(3_000_000)));
  await expect(underway(page)).toContainText(/[1-9]\d*% of 2\.9 MB/);
  line.cut();
  await expect(underway(page)).toContainText("The connection broke off");
  line.mend();
  await slowDown(page);
  await page.getByRole("button", { name: "Try large.pdf again" }).click();
  await expect(rowOf(page, "large.pdf")).toContainText("2.9 MB");
  await page.reload();
  await expect(rowOf(page, "large.pdf")).toHaveCount(1);
  line.close();
});

test("files are dropped, or chosen with the keyboard alone", async ({ as }) => {
  const page = await as("OFFICER");
  await openFirm(page);
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dropped.pdf"));
    return data;
  }, pdf().toString("latin1"));
  const zone = page.getByRole("region", { name: "Add files" });
  await zone.dispatchEvent("dragover", { dataTransfer: dropped });
  await expect(zone).toContainText("Let go to add them");
  await zone.dispatchEvent("drop", { dataTransfer: dropped });
  await expect(rowOf(page, "dropped.pdf")).toBeVisible();

  // Asked for before the first key: the browser is told to hand its chooser over, which takes it a moment.
  const choosing = page.waitForEvent("filechooser");
  await page.getByLabel("Kind").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const chooser = await choosing;
  await chooser.setFiles(file("typed.pdf", pdf()));
  await expect(rowOf(page, "typed.pdf")).toBeVisible();
});

test("without a script the plain form adds files, and says in Chinese what is wrong with one", async ({
  as,
  browser,
  baseURL,
}) => {
  const address = await openFirm(await as("OFFICER"));
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await context.addCookies([{ name: "locale", value: "zh", url: baseURL ?? "" }]);
  await signIn(context.request, sampleSignIn("OFFICER"));
  const page = await context.newPage();
  await page.goto(address);
  const choosing = page.getByLabel("文件", { exact: true });
  await choosing.setInputFiles([
    file("一.pdf", pdf()),
    file("二.txt", Buffer.from("just words ".repeat(20))),
  ]);
  await page.getByRole("button", { name: "上传" }).click();
  await expect(page.getByRole("alert")).toContainText("不支持此类文件");
  await expect(rowOf(page, "一.pdf")).toBeVisible();
  await expect(rowOf(page, "二.txt")).toHaveCount(0);
  await context.close();
});

test("evidence stands beside its milestone; a firm adds to itself alone, and finds nothing of another", async ({
  as,
}) => {
  const [officer, firm] = [await as("OFFICER"), await as("ENTERPRISE")];
  const admin = await as("ADMIN");
  const sample = await findSample(admin.context().request, firm.context().request);
  await officer.goto(`/milestones/${sample.milestone}/attachments`);
  const evidence = `${unique("proof")}.pdf`;
  await officer.getByLabel("Choose files").setInputFiles(file(evidence, pdf()));
  await expect(rowOf(officer, evidence)).toContainText("Evidence");
  await officer.goto(`/projects/${sample.project}`);
  await expect(officer.locator(`a[href*="/milestones/${sample.milestone}/attachments"]`)).toContainText(
    /\d+ files?/,
  );
  await officer.getByRole("link", { name: "History" }).click();
  await expect(officer.getByText(evidence).first()).toBeVisible();

  const own = `${unique("own")}.pdf`;
  await firm.goto(`/enterprises/${sample.enterprise}/attachments`);
  await firm.getByLabel("Choose files").setInputFiles(file(own, pdf()));
  await expect(rowOf(firm, own).getByRole("button", { name: `Remove ${own}` })).toBeVisible();
  await expect(rowOf(firm, "licence.pdf").first().getByRole("button")).toHaveCount(0);
  await rowOf(firm, own)
    .getByRole("button", { name: `Remove ${own}` })
    .click();
  await expect(firm.getByText(`${own} is removed. The office can bring it back.`)).toBeVisible();
  await expect(firm.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await firm.goto(`/leases/${sample.lease}/attachments`);
  await expect(firm.getByRole("region", { name: "Add files" })).toHaveCount(0);

  const address = await openFirm(officer);
  await officer.getByLabel("Choose files").setInputFiles(file("secret.pdf", pdf()));
  const link = rowOf(officer, "secret.pdf").getByRole("link", { name: "secret.pdf", exact: true });
  const path = (await link.getAttribute("href")) ?? "";
  for (const [foreign, none] of [
    [path, "/attachments/01890000-0000-7000-8000-000000000000/file"],
    [address, "/enterprises/01890000-0000-7000-8000-000000000000/attachments"],
  ] as const) {
    const [one, other] = [await firm.request.get(foreign), await firm.request.get(none)];
    expect([foreign, one.status()]).toEqual([foreign, 404]);
    expect(other.status()).toBe(404);
    expect(await one.text()).not.toContain("secret");
  }
});
