import "server-only";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { AbstractIntlMessages } from "next-intl";
import type { Locale } from "./locales";

const loaded = new Map<Locale, Promise<AbstractIntlMessages>>();
const read = new Map<Locale, AbstractIntlMessages>();

/** Every namespace of a language: one file each, named for its namespace. Read once a process. */
export function loadMessages(locale: Locale): Promise<AbstractIntlMessages> {
  const known = loaded.get(locale);
  if (known && process.env.NODE_ENV === "production") return known;
  const reading = readNamespaces(locale);
  loaded.set(locale, reading);
  reading.then((messages) => read.set(locale, messages)).catch(() => loaded.delete(locale));
  return reading;
}

/** Those of a language that has been read; null before. */
export function loadedMessages(locale: Locale): AbstractIntlMessages | null {
  return read.get(locale) ?? null;
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
