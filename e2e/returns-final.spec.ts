import { callerOf, findAnswer, makeFirmIn, makeOpenRound, makeParkOfRound } from "./support/rounds";
import { expect, test } from "./support/sign-in";

test("a round is not made final while a firm may still answer; the exception is ended, and it is", async ({
  as,
}) => {
  const page = await as("ADMIN");
  const park = await makeParkOfRound(page);
  const firm = await makeFirmIn(page, [park.id]);
  const round = await makeOpenRound(page, park.id);
  const { post } = callerOf(page);
  await post(`/return-rounds/${round.id}/close`, {}, round.version);
  const { id, version } = await findAnswer(page, round.id, firm.name);
  await post(`/returns/${id}/allow-late`, { openUntil: "2099-12-31", reason: "They moved" }, version);

  await page.goto(`/return-rounds/${round.id}/standing`);
  await expect(page.getByText("Not to be made final yet")).toBeVisible();
  await page.getByLabel("Figures are").selectOption({ label: "Final" });
  await page.getByRole("button", { name: "Say what the figures are" }).click();
  const refusal = page.getByRole("main").getByRole("alert");
  await expect(refusal).toContainText(
    "By an exception these may still answer, until 2099-12-31 at the latest",
  );
  await expect(refusal).toContainText(firm.name);
  await page.getByRole("link", { name: `${firm.name}: may answer until` }).click();
  await expect(page).toHaveURL(new RegExp(`/returns/${id}$`));
  await page.goto(`${new URL(page.url()).pathname}/end-late`);
  await page.getByRole("button", { name: "End the exception" }).click();
  await expect(page.getByLabel("Reason")).toHaveAccessibleDescription(/Fill this in/);
  await page.getByLabel("Reason").fill("The council is on Friday");
  await page.getByRole("button", { name: "End the exception" }).click();
  await expect(page).toHaveURL(new RegExp(`/returns/${id}$`));

  const zh = await as("ADMIN", "zh");
  await zh.goto(`/return-rounds/${round.id}/standing`);
  await expect(zh.getByText("暂不能定稿")).toHaveCount(0);
  await zh.getByLabel("数据状态").selectOption({ label: "最终数" });
  await zh.getByRole("button", { name: "调整数据状态" }).click();
  await expect(zh.getByText("最终数").first()).toBeVisible();
  await expect(zh).toHaveURL(new RegExp(`/return-rounds/${round.id}$`));
});
