import "server-only";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { AbstractIntlMessages } from "next-intl";
import type { Locale } from "./locales";

const loaded = new Map<Locale, Promise<AbstractIntlMessages>>();

/** Every namespace of a language: one file each, named for its namespace. Read once a process. */
export function loadMessages(locale: Locale): Promise<AbstractIntlMessages> {
  const known = loaded.get(locale);
  if (known && process.env.NODE_ENV === "production") return known;
  const reading = readNamespaces(locale);
  loaded.set(locale, reading);
  reading.catch(() => loaded.delete(locale));
  return reading;
}

async function readNamespaces(locale: Locale): Promise<AbstractIntlMessages> {
  const folder = path.join(process.cwd(), "lib", "messages", locale);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json")).sort();
  const entries = await Promise.all(
    files.map(async (file) => [
      path.basename(file, ".json"),
      JSON.parse(await readFile(path.join(folder, file), "utf8")),
    ]),
  );
  return Object.fromEntries(entries);
}
