import { expect, test } from "./support/sign-in";

test("nineteen were signed: the sentence, the bar and the rows say what became of them", async ({ as }) => {
  const manager = await as("MANAGER");
  await manager.goto("/reports/promises?asOf=2023-10-31");
  await expect(manager.getByRole("main")).toContainText(
    "19 agreements were signed on 1 Nov 2022: 6 have active projects, 3 are delivered, 1 has lapsed, 9 have had no activity for 180 days.",
  );
  await expect(manager.getByText("19 = 6 + 3 + 1 + 9 + 0")).toBeVisible();
  const bar = manager.getByRole("list", { name: "Agreements by what became of them" });
  await bar.getByRole("link", { name: "3 Delivered" }).click();
  const rows = manager.getByRole("table").getByRole("row").filter({ hasText: "JC18-" });
  await expect(rows).toHaveCount(3);
  await expect(manager).toHaveURL(/state=DELIVERED/);
  // On the day of signing nothing had lapsed or gone silent.
  await manager.goto("/reports/promises?asOf=2022-11-01");
  await expect(manager.getByRole("main")).toContainText("19 agreements were signed on 1 Nov 2022");
  await expect(manager.getByText("19 = 6 + 0 + 0 + 0 + 13")).toBeVisible();
});

test("a program reads the same, and the file has a row for each", async ({ as }) => {
  const manager = await as("MANAGER");
  const meetings = await (await manager.request.get("/api/v1/meetings?query=Joint Council")).json();
  const council = meetings.items.find(({ number }: { number: number }) => number === 18);
  const answer = await manager.request.get(`/api/v1/meetings/${council.id}/roll-up?asOf=2023-10-31`);
  const { agreements, ...sum } = await answer.json();
  expect(sum).toEqual({
    ...{
      asOf: "2023-10-31",
      signed: 19,
      withActiveProjects: 6,
      delivered: 3,
      lapsed: 1,
      silent: 9,
      inForce: 0,
    },
  });
  expect(agreements).toHaveLength(19);
  const file = await manager.request.get("/reports/promises/export?asOf=2023-10-31&format=csv");
  expect((await file.text()).trim().split("\n")).toHaveLength(20);
});

test("the chain leads up and down, and a session's minutes are in both languages", async ({ as }) => {
  const officer = await as("OFFICER");
  await officer.goto("/agreements?query=SPG-ENERGY");
  await officer.getByRole("table").getByRole("link", { name: "SPG-ENERGY" }).click();
  const chain = officer.getByRole("region", { name: "From the signature to the evidence" });
  await chain.getByRole("link", { name: /Regional energy/ }).click();
  await expect(officer.getByRole("heading", { level: 1, name: /Regional energy/ })).toBeVisible();
  await officer
    .getByRole("region", { name: "From the signature to the evidence" })
    .getByRole("link", { name: /18th China-Singapore Joint Council/ })
    .click();
  await expect(
    officer.getByRole("table", { name: "Open items from earlier sessions" }).getByRole("row"),
  ).toHaveCount(3);
  await officer.getByRole("link", { name: "Minutes" }).click();
  await expect(officer.getByRole("heading", { name: "签署协议" })).toBeVisible();
  await expect(officer.getByRole("heading", { name: "Agreements signed" })).toBeVisible();
});
