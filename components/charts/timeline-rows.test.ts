import { describe, expect, it } from "vitest";
import { drawTimelineRows, type TimelineRow } from "./timeline-rows";

const draw = (row: Partial<TimelineRow>) =>
  drawTimelineRows([{ id: "m", label: "Roof", baselineOn: "2022-06-30", ...row }], {
    at: (day) => `${day}%`,
    asOf: "2022-11-01",
    wordsOf: ({ label }) => `Words of ${label}`,
  });
const marks = (html: string) =>
  [...html.matchAll(/<use href="#([\w-]+)" x="([^"]+)%"/g)].map(([, shape, at]) => [shape, at]);

describe("a row of a timeline", () => {
  it("draws the baseline, where it moved from, and the forecast until it is done", () => {
    expect(marks(draw({}))).toEqual([["timeline-tick", "2022-06-30"]]);
    const open = { originalBaselineOn: "2022-05-31", forecastOn: "2022-08-31" };
    expect(marks(draw(open))).toEqual([
      ["timeline-tick", "2022-05-31"],
      ["timeline-tick", "2022-06-30"],
      ["timeline-gem", "2022-08-31"],
    ]);
    expect(marks(draw({ ...open, actualOn: "2022-07-31" })).at(-1)).toEqual(["timeline-gem", "2022-07-31"]);
    const slip = /x1="2022-06-30%" x2="2022-07-31%"/;
    expect(draw({ actualOn: "2022-07-31" })).toMatch(slip);
    expect(draw({ actualOn: "2022-06-30" })).not.toMatch(/x1="2022-06-30%"/);
    expect(draw({ startsOn: "2022-01-01" })).toMatch(/x1="2022-01-01%" x2="2022-06-30%"/);
  });

  it("says its words to those who do not see it, and leads where its label does", () => {
    const html = draw({ href: "/projects/1?asOf=2022-11-01", status: "late" });
    expect(html).toContain('role="img" aria-label="Words of Roof"');
    expect(html).toContain('<a href="/projects/1?asOf=2022-11-01" data-row>Roof</a>');
    expect(html).toContain('data-kind="late"');
  });

  it("keeps what somebody wrote as text, wherever it stands", () => {
    const evil = `"><script>alert('1')</script>&`;
    const html = draw({ label: evil, href: evil, notes: [{ text: evil }, { text: evil, grave: true }] });
    expect(html).not.toContain("<script>");
    expect(html.match(/&quot;&gt;&lt;script&gt;alert\(&#39;1&#39;\)&lt;\/script&gt;&amp;/g)).toHaveLength(5);
  });
});
