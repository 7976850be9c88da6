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

test("a row that can be ticked has its box first, and a cell of links links", () => {
  const cells: PlainCell[] = [
    { text: "A 0101", look: {} },
    {
      text: "",
      look: {},
      links: [
        { text: "NCS", href: "/leases/1" },
        { text: "SP", href: "/leases/2?asOf=2022-11-01&park=A" },
      ],
    },
  ];
  expect(drawPlainRows([{ box: { id: "7", label: 'Select "A" 0101' }, cells }])).toBe(
    '<tr><td data-box="true"><label><input type="checkbox" name="id" value="7"' +
      ' aria-label="Select &quot;A&quot; 0101"></label></td>' +
      '<th scope="row">A 0101</th><td><a href="/leases/1">NCS</a> · ' +
      '<a href="/leases/2?asOf=2022-11-01&amp;park=A">SP</a></td></tr>',
  );
});

test("no text of a firm becomes markup, in a cell or in an address", () => {
  const evil = `<img src=x onerror="alert('1')">&`;
  const linked = { text: "", look: {}, links: [{ text: evil, href: `/x?y=${evil}` }] };
  const drawn = drawPlainRows([
    {
      href: `/x?y=${evil}`,
      box: { id: evil, label: evil },
      cells: [...[evil, evil].map((text) => ({ text, look: {} })), linked],
    },
  ]);
  expect(drawn).not.toContain("<img");
  expect(drawn).not.toMatch(/[^=]"[^>\s]*onerror=/);
  expect(drawn.match(/<(?!\/?(tr|th|td|a|label|input)\b)/g)).toBeNull();
  expect(escapeHtml(evil)).toBe("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;");
});
