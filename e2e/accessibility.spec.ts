import { addresses } from "./support/addresses";
import { axeFindings } from "./support/axe";
import { fill, findSample } from "./support/sample";
import { expect, type Locale, test } from "./support/sign-in";

const pages = addresses.filter((address) => address.kind === "page");
const phone = { width: 390, height: 844 };
/** Parts, so that two workers share them. */
const parts = 8;
/** A page's colours are the same in both languages, and looking at them is half of the time. */
const passed: Record<Locale, string[]> = { en: [], zh: ["color-contrast"] };

test("axe finds what is wrong, on the page that it is brought to and on the next", async ({ page }) => {
  for (const grey of ["#ddd", "#eee"]) {
    const body = `<main><h1>Grey</h1><img src="x.png"><p style="color:${grey}">Hardly to be read</p></main>`;
    await page.goto(`data:text/html,${encodeURIComponent(`<html lang="en"><title>T</title>${body}</html>`)}`);
    const rules = (findings: string[]) => findings.map((finding) => finding.split(":")[0]).sort();
    expect(rules(await axeFindings(page))).toEqual(["color-contrast", "image-alt"]);
    expect(rules(await axeFindings(page, ["color-contrast"]))).toEqual(["image-alt"]);
  }
});

for (const locale of ["en", "zh"] satisfies Locale[]) {
  for (let part = 0; part < parts; part += 1) {
    test(`axe finds nothing on any page (${locale}, part ${part + 1})`, async ({ as }) => {
      test.setTimeout(240_000);
      const [page, firm] = [await as("ADMIN", locale), await as("ENTERPRISE", locale)];
      // A firm's people come by phone; the office's pages are looked at on a desk and, in Chinese, on a phone too.
      await firm.setViewportSize(phone);
      if (locale === "zh") await page.setViewportSize(phone);
      const sample = await findSample(page.context().request, firm.context().request);
      const findings: string[] = [];
      for (const address of pages.filter((_, i) => i % parts === part)) {
        const reader = address.readers.includes("ADMIN") ? page : firm;
        const answer = await reader.goto(fill(address.path, sample));
        expect(answer?.status(), address.path).toBe(200);
        for (const finding of await axeFindings(reader, passed[locale])) {
          findings.push(`${address.path} ${finding}`);
        }
      }
      expect(findings).toEqual([]);
    });
  }
  test(`axe finds nothing at the door, on the homes of those who read, and where a chart is a table (${locale})`, async ({
    as,
    page,
  }) => {
    const manager = await as("MANAGER", locale);
    await manager.goto("/?asOf=2022-11-01");
    const firm = await as("ENTERPRISE", locale);
    await firm.goto("/");
    const doors = [
      "/sign-in",
      "/forgot-password",
      "/set-password?token=x",
      "/join",
      "/join/check?token=x",
      "/join/accept?token=x",
    ];
    for (const [seen, path] of [
      [manager, ""],
      [manager, "/reports/timeline?look=table&asOf=2022-11-01"],
      [firm, ""],
      ...doors.map((door) => [page, door] as const),
    ] as const) {
      if (path) await seen.goto(path);
      expect(await axeFindings(seen), path).toEqual([]);
    }
  });
}
