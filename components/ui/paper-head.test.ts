import { expect, test } from "vitest";
import { toCssString } from "./paper-head";

test("a firm's name cannot leave the string that it is printed in", () => {
  expect(toCssString("腾飞科技园（OneHub GKC）一期 · Tower A")).toBe(
    '"腾飞科技园（OneHub GKC）一期 · Tower A"',
  );
  // A quotation mark is character 22, a backslash 5c, an angle bracket 3c, a new line a, by hexadecimal number.
  expect(toCssString('A "B" \\ C')).toBe('"A \\22 B\\22  \\5c  C"');
  expect(toCssString("</style>\n<script>")).toBe('"\\3c /style\\3e \\a \\3c script\\3e "');
});
