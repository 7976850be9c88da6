import {
  callerOf,
  findAnswer,
  makeFirmIn,
  makeOpenRound,
  makeParkOfRound,
  readyAnswers,
} from "./support/rounds";
import { expect, test } from "./support/sign-in";

test("nobody decides on a return as it was: who was first is told, and it is looked at again", async ({
  as,
}) => {
  const [one, two] = [await as("OFFICER"), await as("ADMIN", "zh")];
  const park = await makeParkOfRound(two);
  const firm = await makeFirmIn(two, [park.id]);
  const round = await makeOpenRound(two, park.id, "2099-12-31");
  const { id, version } = await findAnswer(two, round.id, firm.name);
  const { post } = callerOf(two);
  const sent = await post(`/returns/${id}/submit`, { answers: readyAnswers }, version);

  await one.goto(`/returns/${id}/send-back`);
  await one.getByLabel("Comment", { exact: false }).first().fill("With the interns?");
  // Meanwhile it goes back, and comes again with another figure.
  const back = await post(`/returns/${id}/send-back`, { comment: "All of them?" }, sent.version);
  const figures = { ...readyAnswers, revenue: "200" };
  const again = await post(`/returns/${id}/submit`, { answers: figures }, back.version);
  await one.getByRole("button", { name: "Send back" }).click();
  const refusal = one.getByRole("main").getByRole("alert");
  await expect(refusal).toContainText("changed this meanwhile");
  await expect(refusal).toContainText("Its answers are others now.");
  await expect(one.getByRole("button", { name: "Send back" })).toHaveCount(0);
  await one.getByRole("link", { name: "Look at it again" }).click();
  await expect(one.getByRole("row", { name: /Revenue/ })).toContainText("200");
  // What was typed is there still, and is now said of what was looked at.
  await one.goto(`/returns/${id}/send-back`);
  const comment = one.getByLabel("Comment", { exact: false }).first();
  await expect(comment).toHaveValue("With the interns?");

  await two.goto(`/returns/${id}/accept`);
  await one.getByRole("button", { name: "Send back" }).click();
  await expect(one.getByText("Sent back").first()).toBeVisible();
  await expect(one).toHaveURL(new RegExp(`/returns/${id}$`));
  await two.getByRole("button", { name: "通过" }).click();
  await expect(two.getByRole("main").getByRole("alert")).toContainText("现状态：已退回。");
  await expect(two.getByRole("button", { name: "通过" })).toHaveCount(0);
  await two.getByRole("link", { name: "查看最新内容" }).click();
  await expect(two.getByText("With the interns?")).toBeVisible();
  expect((await callerOf(two).get(`/returns/${id}`)).version).toBe(again.version + 1);
});
