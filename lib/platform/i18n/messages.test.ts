import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type AbstractIntlMessages, createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { locales } from "./locales";
import type { RootTranslator } from "./translate-message";

type Values = Record<string, string | ((words: string) => string)>;
type Translator = RootTranslator & { markup: (key: string, values: Values) => string };

const folder = path.join(process.cwd(), "lib", "messages");

function namespacesOf(locale: string): string[] {
  return readdirSync(path.join(folder, locale)).sort();
}

function read(locale: string, file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(folder, locale, file), "utf8"));
}

function leaves(value: unknown, at = ""): [string, string][] {
  if (typeof value === "string") return [[at, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, at ? `${at}.${key}` : key));
}

/** The names of the values a message asks for; `{count, plural, …}` asks for count. */
function placeholders(message: string): string[] {
  return [...new Set([...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((found) => found[1] ?? ""))].sort();
}

/** Marked words of a message, `<code>…</code>`, and something that marks them. */
function marks(message: string) {
  const names = [...message.matchAll(/<(\w+)>/g)].map(([, name]) => name ?? "");
  return Object.fromEntries(names.map((name) => [name, (words: string) => words]));
}

/** Keys read from a file are strings; next-intl's types only know keys that it has seen written. */
function translatorOf(locale: string, messages: object, onError: (error: Error) => void): Translator {
  const options = { locale, messages: messages as AbstractIntlMessages, onError };
  return createTranslator(options) as unknown as Translator;
}

describe("messages", () => {
  it("have the same namespaces in both languages", () => {
    expect(namespacesOf("zh")).toEqual(namespacesOf("en"));
  });

  it.each(namespacesOf("en"))("%s says the same things in both", (file) => {
    const en = new Map(leaves(read("en", file)));
    const zh = new Map(leaves(read("zh", file)));
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
    for (const [key, message] of zh) {
      const unknown = placeholders(message).filter((name) => !placeholders(en.get(key) ?? "").includes(name));
      expect(unknown, `${file} ${key} asks for values that English does not`).toEqual([]);
    }
  });

  it.each(locales.flatMap((locale) => namespacesOf(locale).map((file) => [locale, file] as const)))(
    "%s/%s can be read",
    (locale, file) => {
      const messages = read(locale, file);
      const failures: string[] = [];
      const t = translatorOf(locale, messages, (error) => failures.push(error.message));
      for (const [key, message] of leaves(messages)) {
        const values = Object.fromEntries(placeholders(message).map((name) => [name, "1"]));
        t.markup(key, { ...values, ...marks(message) });
      }
      expect(failures).toEqual([]);
    },
  );

  it("are there for every error that the code names", () => {
    const named = sourcesIn("lib", "components", "app").flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(ERROR_KEY)].map((found) => found[1] ?? ""),
    );
    const missing = [...new Set(named)].filter((key) => lookUp(key) === undefined);
    expect(named.length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });
});

/** `errors.required`, `leases.errors.unitTaken?lease=…`, in quotes of any kind. */
const ERROR_KEY = /["'`]((?:[a-z][\w-]*\.)?errors\.\w+(?:\.\w+)*)(?=["'`?])/g;

function sourcesIn(...folders: string[]): string[] {
  return folders.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
      .map((file) => path.join(root, file)),
  );
}

function lookUp(key: string): unknown {
  const [namespace = "", ...steps] = key.split(".");
  if (!namespacesOf("en").includes(`${namespace}.json`)) return undefined;
  return steps.reduce<unknown>(
    (inner, step) => (inner as Record<string, unknown> | undefined)?.[step],
    read("en", `${namespace}.json`),
  );
}
