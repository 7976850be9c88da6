import { expect, it } from "vitest";
import { mailKinds } from "@/lib/domain/mails/schema";
import { mailWriter } from "./render";

process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1:1/none";

const firm = { nameZh: "示例<企业>", nameEn: 'Example & "Sons" <Ltd>' };
const params = {
  ...{ round: "Q3", firm, due: "2022-10-31", closes: "2022-11-30", name: "A. Person", email: "a@b.example" },
  ...{ inviter: "An officer", expires: "2022-11-08T02:00:00.000Z", reason: "No such firm", comment: "See 3" },
  ...{
    fields: "name",
    at: "2022-11-07T02:00:00.000Z",
    accepted: 1,
    refused: 2,
    count: 3,
    firms: "A, B and C",
  },
};
const render = async (kind: string, locale: "en" | "zh" = "en", given: object = {}) =>
  (await mailWriter(locale)).write({
    kind,
    params,
    href: "/portal?a=1&b=2",
    zone: "The Zone",
    choosable: true,
    ...given,
  });

it.each(mailKinds.flatMap((kind) => [[kind, "en"] as const, [kind, "zh"] as const]))(
  "%s is whole in %s, as text and as HTML",
  async (kind, locale) => {
    const { subject, text, html } = await render(kind, locale);
    for (const words of [subject, text, html]) {
      expect(words).not.toMatch(
        /mails\.|\{|undefined|NaN/.exec(words.replace(/<style>.*<\/style>/s, ""))?.[0] ?? /\0/,
      );
    }
    expect(subject.length).toBeGreaterThan(3);
    expect(text).toContain("http://localhost:3000/portal?a=1&b=2");
    expect(html).toContain('href="http://localhost:3000/portal?a=1&#38;b=2"');
  },
);

it("says names, days and instants in the reader's language, and lets nobody write HTML", async () => {
  const en = await render("RETURN_OPENED");
  expect(en.text).toContain('Q3 is open for Example & "Sons" <Ltd>. It is due on 31 Oct 2022.');
  expect(en.html).toContain("Q3 is open for Example &#38; &#34;Sons&#34; &#60;Ltd&#62;.");
  expect(en.html).toContain('<html lang="en">');
  const zh = await render("RETURN_OPENED", "zh");
  expect(zh.subject).toBe("Q3：请于2022年10月31日前填报");
  // 02:00 UTC is 10:00 in the zone.
  expect((await render("INVITATION")).text).toContain("until 2022-11-08 10:00");
});

it("says why it came and where that is chosen, or that it cannot be", async () => {
  const { text, html } = await render("RETURN_OPENED");
  expect(text).toContain("account with The Zone");
  expect(text).toContain("http://localhost:3000/notifications");
  expect(html).toContain('href="http://localhost:3000/notifications"');
  const invited = await render("INVITATION", "en", { choosable: false });
  expect(invited.text).toContain("cannot be turned off");
  expect(invited.html).not.toContain("/notifications");
});

it("fetches nothing, and has a dress for the dark", async () => {
  const { html } = await render("DIGEST", "en", { items: [{ text: "One <b>", href: "/returns/1" }] });
  expect(html).not.toMatch(/<img|<link|<script|url\(|@import/);
  expect(html).toContain("prefers-color-scheme:dark");
  expect(html).toContain(
    '<a href="http://localhost:3000/returns/1" style="color:#0d5c59">One &#60;b&#62;</a>',
  );
});
