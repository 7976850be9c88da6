import type { Page } from "@playwright/test";
import { choose, makeFirm, makePark, makeUnit, unique } from "./support/office";
import { expect, type SampleRole, sampleSignIn, signIn, test } from "./support/sign-in";
import { freshUscc } from "./support/uscc";

const focused = (page: Page) => page.locator(":focus");

/** The page's first box, once it listens: it takes the focus then. An Enter before that would be lost. */
async function firstBox(page: Page) {
  const box = page.getByRole("combobox", { name: "Enterprise", exact: true });
  await expect(box).toBeFocused();
  return box;
}

const signInAs = (page: Page, role: SampleRole) => signIn(page.context().request, sampleSignIn(role));

/** A keyboard that counts: everything that is pressed, and of that what belongs to names. */
function countingKeyboard(page: Page) {
  const count = { keys: 0, names: 0 };
  return {
    count,
    async press(key: string, times = 1) {
      for (let i = 0; i < times; i++) await page.keyboard.press(key);
      count.keys += times;
    },
    async type(text: string, kind: "name" | "other") {
      await page.keyboard.type(text);
      count.keys += text.length;
      if (kind === "name") count.names += text.length;
    },
    /** Tab by tab to a field, as a person who looks. */
    async tabTo(name: string) {
      for (let i = 0; i < 12; i++) {
        await this.press("Tab");
        if (await focused(page).evaluate((it, wanted) => it.getAttribute("name") === wanted, name)) return;
      }
      throw new Error(`No field ${name} within 12 tabs.`);
    },
  };
}

test("with the keyboard alone a new tenant is logged in under 45 s and under 60 keystrokes beyond names", async ({
  as,
}) => {
  const page = await as("OFFICER");
  const park = await makePark(page);
  const [unit, second] = [await makeUnit(page, park.buildingUrl), await makeUnit(page, park.buildingUrl)];
  const name = unique("Alder Optics ");
  const code = freshUscc();
  await page.goto("/leases/log");
  const keys = countingKeyboard(page);
  const box = await firstBox(page);
  const since = Date.now();

  await keys.type(name, "name");
  await keys.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name, English" })).toHaveValue(name);
  await keys.tabTo("firm.identifier");
  await keys.type(code, "other");
  await keys.tabTo("lines.0.unitId");
  await keys.type(unit, "name");
  await keys.press("Enter");
  await expect(page.getByRole("textbox", { name: "Area, m²" })).toHaveValue("100");
  await keys.tabTo("headcount");
  await keys.type("120", "other");
  await keys.press("Enter");
  await expect(page.getByText("The tenant is logged.")).toBeVisible();

  const seconds = (Date.now() - since) / 1000;
  const beyondNames = keys.count.keys - keys.count.names;
  test.info().annotations.push({
    type: "measured",
    description: `${beyondNames} keystrokes beyond names, ${keys.count.keys} in all, ${seconds.toFixed(1)} s`,
  });
  expect(beyondNames).toBeLessThan(60);
  expect(seconds).toBeLessThan(45);

  // Ready for the next: the first field, the same park and dates, nothing of the last one.
  await expect(box).toBeFocused();
  await expect(box).toHaveValue("");
  await expect(page.getByRole("textbox", { name: "Headcount" })).toHaveValue("");
  await keys.type(unique("Birch Robotics "), "name");
  await keys.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name, English" })).toBeVisible();
  await choose(page, "Free unit", second);
  await page.getByRole("textbox", { name: "Headcount" }).press("Enter");
  await expect(box).toBeFocused();

  // Undone from the toast, firm, lease and people go together.
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeHidden();
  await page.goto("/enterprises?query=Birch+Robotics");
  await expect(page.getByText("No enterprise matches.")).toBeVisible();
  await page.goto(`/enterprises?query=${code}`);
  await page.getByRole("link", { name }).click();
  await page.getByRole("link", { name: "People" }).click();
  await expect(page.getByText("120").first()).toBeVisible();
});

test("a firm of the same name is asked about, side by side, and each answer is one key", async ({ as }) => {
  const page = await as("OFFICER");
  const park = await makePark(page);
  const [unit, other] = [await makeUnit(page, park.buildingUrl), await makeUnit(page, park.buildingUrl)];
  const firm = await makeFirm(page);
  const again = `${firm} Co., Ltd.`;
  const start = async (unitCode: string) => {
    await page.goto("/leases/log");
    const box = await firstBox(page);
    await box.fill(again);
    await box.press("Enter");
    const question = page.getByRole("region", { name: "Is it this firm?" });
    await expect(question.getByRole("row", { name: `Name, English ${again} ${firm}` })).toBeVisible();
    await expect(question.getByRole("button", { name: "Use this firm" })).toBeFocused();
    return { box, question, fillUnit: () => choose(page, "Free unit", unitCode) };
  };

  const first = await start(unit);
  await page.keyboard.press("1");
  await expect(first.question).toBeHidden();
  await expect(first.box).toHaveValue(firm);
  await first.fillUnit();
  await page.getByRole("button", { name: "Log the tenant" }).click();
  await expect(page.getByText("The tenant is logged.")).toBeVisible();

  // Saved without an answer, it is refused, and the question has the focus.
  const next = await start(other);
  await next.fillUnit();
  await page.getByRole("button", { name: "Log the tenant" }).click();
  await expect(page.getByText(`${firm} has the same name.`).first()).toBeVisible();
  await expect(next.question.getByRole("button", { name: "Use this firm" })).toBeFocused();
  await page.keyboard.press("2");
  await expect(next.question).toBeHidden();
  await page.getByRole("button", { name: "Log the tenant" }).click();
  await expect(page.getByText("The tenant is logged.")).toBeVisible();
  await page.goto(`/enterprises?query=${encodeURIComponent(firm)}`);
  await expect(page.getByRole("table").getByRole("link", { name: firm })).toHaveCount(2);
});

test("a draft outlives its tab, is nobody else's, and goes at sign-out", async ({ as }) => {
  const page = await as("OFFICER");
  const name = unique("Cedar Foods ");
  await page.goto("/leases/log");
  const open = (at: Page) => at.getByRole("combobox", { name: "Enterprise", exact: true });
  const box = await firstBox(page);
  await box.fill(name);
  await box.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name, English" })).toHaveValue(name);
  await page.getByRole("textbox", { name: "Headcount" }).fill("42");
  await page.close({ runBeforeUnload: false });

  const again = await page.context().newPage();
  await again.goto("/leases/log");
  await expect(again.getByText("What you had typed here was kept.")).toBeVisible();
  await expect(open(again)).toHaveValue(`New firm: ${name}`);
  await expect(again.getByRole("textbox", { name: "Name, English" })).toHaveValue(name);
  await expect(again.getByRole("textbox", { name: "Headcount" })).toHaveValue("42");

  // Another person at the same browser sees nothing of it, and takes nothing away.
  await page.context().clearCookies({ name: /session-token/ });
  await signInAs(again, "ADMIN");
  await again.goto("/leases/log");
  await expect(open(again)).toBeFocused();
  await expect(open(again)).toHaveValue("");
  await expect(again.getByRole("textbox", { name: "Headcount" })).toHaveValue("");

  await again.context().clearCookies({ name: /session-token/ });
  await signInAs(again, "OFFICER");
  await again.goto("/leases/log");
  await expect(again.getByRole("textbox", { name: "Headcount" })).toHaveValue("42");
  const kept = () =>
    again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("draft:")));
  expect((await kept()).length).toBeGreaterThan(0);
  await again.evaluate(() => {
    for (const form of document.querySelectorAll("form")) {
      if (form.textContent === "Sign out") form.requestSubmit();
    }
  });
  await expect(again).toHaveURL(/sign-in/);
  expect(await kept()).toEqual([]);
});

test("what the service refuses lands at its field, in the reader's language", async ({ as }) => {
  const page = await as("OFFICER");
  const park = await makePark(page);
  const unit = await makeUnit(page, park.buildingUrl);
  const firm = await makeFirm(page);
  const rival = await as("OFFICER");
  for (const at of [page, rival]) {
    await at.goto("/leases/log");
    await choose(at, "Enterprise", firm);
    await choose(at, "Free unit", unit);
  }
  await rival.getByRole("button", { name: "Log the tenant" }).click();
  await expect(rival.getByText("The tenant is logged.")).toBeVisible();
  await page.getByRole("button", { name: "Log the tenant" }).click();
  await expect(page.getByText(`${unit} is let to ${firm} from`).first()).toBeVisible();
  await expect(focused(page)).toHaveAttribute("name", "lines.0.unitId");

  // Let, it is offered no more on those days.
  const units = page.getByRole("combobox", { name: "Free unit", exact: true });
  await units.fill(`${unit} `);
  await expect(page.getByText("Nothing found")).toBeVisible();

  const chinese = await as("OFFICER", "zh");
  await chinese.goto("/leases/log");
  await chinese.getByRole("textbox", { name: "到期日期" }).fill("2020-01-01");
  await chinese.getByRole("button", { name: "登记", exact: true }).click();
  await expect(chinese.getByText("到期日期早于起租日期。")).toBeVisible();
});

test("the form is found by its words, and from the lists", async ({ as }) => {
  const page = await as("OFFICER");
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Log a tenant" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("log a ten");
  await expect(page.getByRole("option", { name: /Log a tenant/ })).toBeVisible();
  await page.goto("/leases");
  await page.getByRole("link", { name: "Log a tenant" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Log a tenant" })).toBeVisible();
});
