import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { permissions } from "../domain/permissions";
import { root } from "../platform/boot/paths.mjs";
import { filesBelow, foldersIn, importsOf, read } from "./checkout";

/** Holds what the import law (.dependency-cruiser.cjs) cannot see. Each test lists what breaks it. */
const none: string[] = [];
const sources = ["app", "bench", "components", "e2e", "lib", "prisma"]
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap(filesBelow);
const code = sources.filter((path) => /\.(ts|tsx|mjs)$/.test(path));
const nouns = foldersIn("lib/domain");
const domain = code.filter((path) => nouns.some((noun) => path.startsWith(`lib/domain/${noun}/`)));
const nounOf = (path: string) => /^lib\/domain\/([^/]+)\//.exec(path)?.[1];

describe("a domain folder", () => {
  test("holds files of a closed list", () => {
    const known =
      /^(schema|rules(-[a-z]+)?|dto|scope|actions|labels|queries(-[a-z]+)?|service(-[a-z]+)?|[a-z-]+(\.db)?\.test)\.ts$/;
    // What is derived from a firm's names at save is neither a rule (it needs dictionaries that no browser should
    // load) nor a service: files brought in are matched by it too.
    const beyond = ["lib/domain/enterprises/name-fields.ts"];
    expect(domain.filter((path) => !known.test(basename(path)) && !beyond.includes(path))).toEqual(none);
    const beside = readdirSync(join(root, "lib/domain")).filter((name) => name.endsWith(".ts"));
    const wanted = ["in-change-set.ts", "permissions.db.test.ts", "permissions.test.ts", "permissions.ts"];
    expect(beside.filter((name) => !wanted.includes(name))).toEqual(none);
  });

  test("keeps queries and services on the server", () => {
    const server = domain.filter((path) => /\/(queries|service)(-[a-z]+)?\.ts$/.test(path));
    expect(server.filter((path) => !read(path).startsWith('import "server-only";'))).toEqual(none);
  });

  test("reads and writes no other noun that reads or writes it", () => {
    const busy = /\/(queries|service)(-[a-z]+)?(\.ts)?$/;
    const next = new Map<string, Set<string>>(nouns.map((noun) => [noun, new Set()]));
    for (const path of domain.filter((file) => busy.test(file))) {
      for (const { from, typeOnly } of importsOf(path)) {
        const other = nounOf(from);
        if (other && !typeOnly && other !== nounOf(path) && busy.test(from)) {
          next.get(nounOf(path) ?? "")?.add(other);
        }
      }
    }
    const reaches = (from: string, seen = new Set<string>()): Set<string> => {
      for (const noun of next.get(from) ?? []) if (!seen.has(noun)) reaches(noun, seen.add(noun));
      return seen;
    };
    expect(nouns.filter((noun) => reaches(noun).has(noun))).toEqual(none);
  });
});

test('"use server" stands at the head of actions.ts, and nowhere else', () => {
  const marked = code.filter((path) => !path.includes(".test.") && /^\s*"use server"/m.test(read(path)));
  const wanted = code.filter(
    (path) =>
      /^lib\/(domain|platform)\/[a-z0-9-]+\/actions\.ts$/.test(path) &&
      read(path).startsWith('"use server";'),
  );
  expect(marked).toEqual(wanted);
});

test("a component of the browser imports of the domain what may be seen there", () => {
  const seen = /^lib\/domain\/[a-z-]+\/(actions|schema|dto|labels|rules(-[a-z]+)?)$/;
  const client = code.filter((path) => read(path).startsWith('"use client"'));
  expect(client.length).toBeGreaterThan(0);
  const wrong = client.flatMap((path) =>
    importsOf(path)
      .filter(
        ({ from, typeOnly }) =>
          !typeOnly && /^lib\/(domain|reports|imports)\//.test(from) && !seen.test(from),
      )
      .map(({ from }) => `${path}: ${from}`),
  );
  expect(wrong).toEqual(none);
});

describe("verbs", () => {
  const verbs = Object.keys(permissions);
  const isRead = (verb: string) => /\.(read|rows)$/.test(verb);
  const writes = verbs.filter((verb) => !isRead(verb));
  /** Every `"noun.verb"` written in a file. */
  const namedIn = (path: string) =>
    [...read(path).matchAll(/"([a-z-]+)\.([a-zA-Z]+)"/g)]
      .filter(([, noun = ""]) => nouns.includes(noun) || noun === "reports")
      .map(([, noun, verb]) => `${noun}.${verb}`);

  test("of a service are in the matrix and bear its folder's name", () => {
    const services = domain.filter((path) => /\/service(-[a-z]+)?\.ts$/.test(path));
    const wrong = services.flatMap((path) =>
      namedIn(path)
        .filter((verb) => !writes.includes(verb) || !verb.startsWith(`${nounOf(path)}.`))
        .map((verb) => `${path}: ${verb}`),
    );
    expect(wrong).toEqual(none);
    const written = new Set(services.flatMap(namedIn));
    expect(writes.filter((verb) => !written.has(verb))).toEqual(none);
  });

  test("of a reader are in the matrix and asked", () => {
    const readers = code.filter((path) => /\/(queries|facts)(-[a-z]+)?\.ts$/.test(path));
    const asked = new Set(readers.flatMap(namedIn));
    expect(verbs.filter((verb) => isRead(verb) && !asked.has(verb))).toEqual(none);
    expect([...asked].filter((verb) => !verbs.includes(verb))).toEqual(none);
  });

  test.each(["en", "zh"])("have their words in %s", (locale) => {
    const wanted = nouns.map((noun) => ({ noun, file: `lib/messages/${locale}/${noun}.json` }));
    expect(wanted.filter(({ file }) => !existsSync(join(root, file))).map(({ file }) => file)).toEqual(none);
    const worded = wanted.flatMap(({ noun, file }) =>
      Object.keys(JSON.parse(read(file)).verbs ?? {}).map((verb) => `${noun}.${verb}`),
    );
    expect(worded.sort()).toEqual([...writes].sort());
  });
});

test("one noun has one spelling: its addresses and its tables are named as its folder", () => {
  const stored: Record<string, string> = { tokens: "users" }; // a token is a person's
  const places = nouns.flatMap((noun) => [
    `app/(office)/${noun}`,
    `prisma/models/${stored[noun] ?? noun}.prisma`,
  ]);
  expect(places.filter((path) => !existsSync(join(root, path)))).toEqual(none);
});

test("the environment is read where the app, a command or a test begins", () => {
  const allowed = /^(lib\/platform\/(env|boot)|lib\/testing|e2e|bench)\/|^prisma\/seed\/run\.ts$|\btest\b/;
  const readers = code.filter((path) => /process\.env(?!\.NODE_ENV)/.test(read(path)));
  expect(readers.filter((path) => !allowed.test(path))).toEqual(none);
});

test("no test replaces a module: all files of a process share what is loaded", () => {
  const replacing = code.filter((path) => /\bvi\.(do)?mock\(/i.test(read(path)));
  expect(replacing.filter((path) => path !== "lib/testing/no-request.ts")).toEqual(none);
});

test("a viewer is minted by a session, a token or the system alone", () => {
  const minting = code.filter((path) => /\bmintViewer\(/.test(read(path)));
  expect(minting.filter((path) => !/^lib\/(platform\/auth|testing)\/|\.test\.ts$/.test(path))).toEqual(none);
});

test("no file is longer than 400 lines", () => {
  const prose = ["README.md", "ARCHITECTURE.md"].filter((path) => existsSync(join(root, path)));
  const written = [...sources, ...prose].filter((path) => /\.(ts|tsx|mjs|css|md)$/.test(path));
  expect(written.filter((path) => read(path).split("\n").length > 401)).toEqual(none);
});

test("the schema is Latin-1: one letter beyond doubles the memory of each copy of the client", () => {
  const models = sources.filter((path) => path.endsWith(".prisma"));
  expect(models.length).toBeGreaterThan(20);
  const isWide = (letter: string) => letter.charCodeAt(0) > 0xff;
  expect(models.filter((path) => [...read(path)].some(isWide))).toEqual(none);
});

test("every path that ARCHITECTURE.md names exists", () => {
  const named = read("ARCHITECTURE.md").matchAll(
    /(?<![\w/.-])((?:app|bench|components|e2e|lib|pictures|prisma)\/[\w./()[\]-]*|\.?[\w-]+\.(?:json|cjs|mts|md))/g,
  );
  const paths = [...new Set([...named].map(([, path = ""]) => path.replace(/[.)]+$/, "")))];
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual(none);
});

test("names of employees are read in few places, each of which logs it or shows none", () => {
  const readers = code.filter((path) =>
    /employee_names|employeeName\b|name: \{ select: \{ name/.test(read(path)),
  );
  const known = [
    "lib/domain/employees/service.ts",
    "lib/domain/name-openings/queries-names.ts",
    "lib/imports/employees/facts.ts",
    "lib/platform/db/constraints.ts",
    "lib/platform/db/insert-rows.ts",
  ];
  expect(
    readers.filter((path) => !path.endsWith(".test.ts") && !path.includes("/generated/")).sort(),
  ).toEqual(known);
});
