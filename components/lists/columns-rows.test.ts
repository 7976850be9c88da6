import { expect, test } from "vitest";
import { drawColumns } from "./columns-rows";

const words = { up: "Move {column} up", down: "Move {column} down", always: "always" };

test("the first column stays, the second does not go up and the last not down", () => {
  const drawn = drawColumns(
    [
      { key: "name", label: "Name", shown: true },
      { key: "area", label: "Area, m²", shown: true },
      { key: "cf_1", label: 'a "b" <c>', shown: false },
    ],
    words,
  );
  const [, first, second, third] = drawn.split("<li ");
  expect(first).toContain('value="name" checked disabled');
  expect(first).toContain('<input type="hidden" name="columns" value="name">');
  expect(first).not.toContain("<button");
  expect(second).toContain('value="area:up" aria-label="Move Area, m² up" aria-disabled="true"');
  expect(second).toContain('value="area:down" aria-label="Move Area, m² down">');
  expect(third).toContain('value="cf_1:down" aria-label="Move a &quot;b&quot; &lt;c&gt; down" aria-disabled');
  expect(third).toContain("a &quot;b&quot; &lt;c&gt;</label>");
  expect(third).not.toContain("checked");
});
