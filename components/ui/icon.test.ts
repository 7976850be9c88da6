import {
  IconBell,
  IconClipboardList,
  IconFileImport,
  IconPlayerPause,
  IconSettings,
} from "@tabler/icons-react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Icon } from "./icon";

/** What a page sees of an icon: not the library's own classes. */
const seen = (html: string) => html.replace(/ class="[^"]*"/, "");

test.for([
  ["a bell", IconBell],
  ["a list, with a rectangle", IconClipboardList],
  ["a file", IconFileImport],
  ["a pause", IconPlayerPause],
  ["a wheel", IconSettings],
] as const)("%s is drawn as the library draws it", ([, of]) => {
  const theirs = renderToStaticMarkup(createElement(of, { size: 18, stroke: 1.6, "aria-hidden": true }));
  expect(theirs).toContain("<path d=");
  expect(renderToStaticMarkup(createElement(Icon, { of, size: 18, stroke: 1.6 }))).toBe(seen(theirs));
});
