/** The checkout as text, for the tests that hold the house. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../platform/boot/paths.mjs";

export const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Every file below a folder, as a path of the checkout; generated ones left out. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === "generated" ? [] : filesBelow(path);
      return [path];
    })
    .sort();
}

/** The folders in a folder. */
export function foldersIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export type Import = { from: string; typeOnly: boolean };

/** What a source file imports, by its own words, `@/` taken off. */
export function importsOf(path: string): Import[] {
  const found = read(path).matchAll(/^(?:import|export) (type )?(?:[^;]*? from )?"([^"]+)";/gm);
  return [...found].map(([, type, from = ""]) => ({
    from: from.startsWith(".") ? join(path, "..", from) : from.replace(/^@\//, ""),
    typeOnly: Boolean(type),
  }));
}
