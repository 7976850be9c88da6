import { expect, test } from "vitest";
import { drawOptions } from "./plain-select";

test("the options of a choice as text, the chosen one marked; no name becomes markup", () => {
  const options = [
    { value: "", label: "Any" },
    { value: 'A"1', label: "Tower <b> & Co" },
  ];
  expect(drawOptions(options, 'A"1')).toBe(
    '<option value="">Any</option><option value="A&quot;1" selected>Tower &lt;b&gt; &amp; Co</option>',
  );
  expect(drawOptions(options, "gone")).not.toContain("selected");
});
