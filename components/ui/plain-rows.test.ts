import { expect, test } from "vitest";
import { drawPlainRows, escapeHtml, type PlainCell } from "./plain-rows";

test("a row is a header that links and its cells", () => {
  const cells: PlainCell[] = [
    { text: "NCS", look: { "data-wrap": "true" } },
    { text: "1,250.00", look: { "data-align": "end" } },
  ];
  expect(drawPlainRows([{ href: "/enterprises/1?asOf=2022-11-01&park=A", cells }])).toBe(
    '<tr><th scope="row" data-wrap="true"><a href="/enterprises/1?asOf=2022-11-01&amp;park=A">NCS</a></th>' +
      '<td data-align="end">1,250.00</td></tr>',
  );
});

test("no text of a firm becomes markup, in a cell or in an address", () => {
  const evil = `<img src=x onerror="alert('1')">&`;
  const drawn = drawPlainRows([
    { href: `/x?y=${evil}`, cells: [evil, evil].map((text) => ({ text, look: {} })) },
  ]);
  expect(drawn).not.toContain("<img");
  expect(drawn).not.toMatch(/[^=]"[^>\s]*onerror=/);
  expect(drawn.match(/<(?!\/?(tr|th|td|a)\b)/g)).toBeNull();
  expect(escapeHtml(evil)).toBe("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;");
});
