import { makeFirmPerson } from "./support/firm-person";
import { expect, test } from "./support/sign-in";

test("many requests are seen before they are accepted; the stale one is named and left out", async ({
  as,
}) => {
  const [admin, officer] = [await as("ADMIN"), await as("OFFICER", "zh")];
  const asked = [];
  for (const short of ["First", "Second"]) {
    const made = await makeFirmPerson(admin);
    const person = await as(made.who);
    await person.goto("/portal/profile/edit/names");
    await person.getByLabel("Short name").fill(short);
    await person.getByRole("button", { name: "Send to the office" }).click();
    await expect(person.getByRole("heading", { level: 1, name: "Our profile" })).toBeVisible();
    await person.goto("/portal/profile");
    const link = person.getByRole("region", { name: "What we asked for" }).getByRole("link").first();
    const id = /requests\/([^/?]+)/.exec((await link.getAttribute("href")) ?? "")?.[1] ?? "";
    asked.push({ ...made, id });
  }
  const [stale, fresh] = asked;
  await admin.goto(`${stale?.firmUrl}/edit`);
  await admin.getByLabel("Short name").fill("Theirs");
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("Theirs", { exact: true })).toBeVisible();

  await officer.goto(`/change-requests/bulk?id=${stale?.id}&id=${fresh?.id}`);
  const left = officer.getByRole("region", { name: "1项申请不予通过" });
  await expect(left).toContainText(`${stale?.firm}`);
  await expect(left).toContainText("简称");
  const will = officer.getByRole("region", { name: "将通过1项申请" });
  await expect(will).toContainText("Second");
  await expect(will).not.toContainText("First");
  await officer.getByRole("button", { name: "通过1项申请" }).click();
  await expect(officer.getByText("已通过1项申请")).toBeVisible();
  await expect(officer.getByRole("main")).toContainText(`${stale?.firm}`);
  await officer.goto(`${fresh?.firmUrl}`);
  await expect(officer.getByText("Second", { exact: true })).toBeVisible();
});

test("a firm takes back what it changed itself; the office puts another back and the firm is told", async ({
  as,
}) => {
  const admin = await as("ADMIN");
  const { firmUrl, who } = await makeFirmPerson(admin);
  const [person, officer] = [await as(who), await as("OFFICER")];
  await person.setViewportSize({ width: 390, height: 844 });
  const say = async (website: string) => {
    await person.goto("/portal/profile/edit/about");
    await person.getByLabel("Website").fill(website);
    await person.getByRole("button", { name: "Save" }).click();
    await expect(person.getByText("Saved. It is live.")).toBeVisible();
  };
  await say("https://right.example");
  await say("https://wrong.example");
  await person.goto("/portal/profile");
  const edits = person.getByRole("region", { name: "What we changed ourselves" });
  // The latest alone: what came before it has been changed since.
  await expect(edits.getByRole("button")).toHaveCount(1);
  await edits.getByRole("button", { name: /^Undo/ }).click();
  await expect(person.getByText("Undone.", { exact: true })).toBeVisible();
  const about = person.getByRole("region", { name: "About us" });
  await expect(about).toContainText("https://right.example");
  await expect(edits.getByRole("button")).toHaveCount(0);

  await say("https://odd.example");
  await officer.goto(`${firmUrl}/history`);
  await officer.getByRole("link", { name: /^Undo: Changed its own details/ }).click();
  await officer.getByRole("button", { name: "Put back what the firm changed" }).click();
  await expect(officer.getByLabel("Reason")).toHaveAccessibleDescription(/Fill this in/);
  await officer.getByLabel("Reason").fill("That address is not yours");
  await officer.getByRole("button", { name: "Put back what the firm changed" }).click();
  await expect(officer.getByText("Undone.", { exact: true })).toBeVisible();
  await person.goto("/portal/notifications");
  await expect(person.getByRole("main")).toContainText("The office put back a change of");
  await expect(person.getByRole("main")).toContainText("Its reason: That address is not yours");
  await person.goto("/portal/profile");
  await expect(about).toContainText("https://right.example");
});
