import { expect, test } from "./support/sign-in";

test("a firm's user finds what they were told, reads it, and the bell knows", async ({ as }) => {
  const page = await as("ENTERPRISE", "zh");
  await page.goto("/notifications");
  await expect(page.getByRole("heading", { level: 1, name: "通知" })).toBeVisible();
  const notice = page.getByRole("listitem").filter({ hasText: "您已可代表" });
  await expect(notice).toHaveCount(1);
  if (await notice.getByRole("button", { name: /^标为已读/ }).count()) {
    await notice.getByRole("button", { name: /^标为已读/ }).click();
  }
  await expect(notice.getByRole("button", { name: /^标为已读/ })).toHaveCount(0);
  await page.goto("/notifications?show=unread");
  await expect(page.getByRole("listitem").filter({ hasText: "您已可代表" })).toHaveCount(0);
});

test("an officer chooses how to be told, and what they chose stays", async ({ as }) => {
  const page = await as("OFFICER");
  await page.goto("/");
  await page.getByRole("link", { name: /^Notices:/ }).click();
  const returns = page.getByRole("combobox", { name: "Return sent", exact: true });
  await returns.selectOption({ label: "In the day's summary" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(returns).toHaveValue("DIGEST");
  await returns.selectOption({ label: "By mail, at once" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.").first()).toBeVisible();
});

test("a calendar's address needs no sign-in, and is dead once it is taken away", async ({
  as,
  playwright,
  baseURL,
}) => {
  const page = await as("MANAGER");
  await page.goto("/notifications");
  await page.getByRole("button", { name: /^Make (an address|a new one)/ }).click();
  const address = (await page.getByRole("status").locator("code").textContent()) ?? "";
  expect(address).toMatch(/\/notifications\/calendar\/[\w-]{40,}\.ics$/);
  const stranger = await playwright.request.newContext({ baseURL });
  const answer = await stranger.get(address);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  expect((await stranger.get(address.replace(/.\.ics$/, "x.ics"))).status()).toBe(404);
  await page.getByRole("button", { name: "Take it away" }).click();
  await expect(page.getByText("There is no such address yet.")).toBeVisible();
  expect((await stranger.get(address)).status()).toBe(404);
  await stranger.dispose();
});

test("a council partner has notices of their own, and neither ways to choose nor a calendar", async ({
  as,
}) => {
  const page = await as("VIEWER");
  await page.goto("/notifications");
  await expect(page.getByText("You have not been told anything yet")).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(0);
});
