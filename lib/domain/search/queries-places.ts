import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { locales } from "@/lib/platform/i18n/locales";
import { translatorFor } from "@/lib/platform/i18n/words-for";
import { isEnough, toNeedle } from "@/lib/platform/names/needle";
import { toInitials, toPinyin } from "@/lib/platform/names/sort-keys";
import { can } from "../permissions";
import { findablePlaces, type SearchPlace } from "./rules";

type Worded = SearchPlace & { words: Record<string, string>; keys: string[] };

let worded: Promise<Worded[]> | undefined;

/**
 * The pages and verbs that a text leads to, in either language, by the start of any word, by pinyin or by its
 * initials; only those that the viewer may open.
 */
export async function searchPlaces(viewer: Viewer, typed: string, limit: number) {
  const needle = toNeedle(typed);
  if (!isEnough(needle)) return [];
  worded ??= readWords();
  return (await worded)
    .filter(({ verb, keys }) => (!verb || can(viewer, verb)) && keys.some((key) => key.startsWith(needle)))
    .slice(0, limit)
    .map(({ href, words }) => ({ href, name: words[viewer.locale] ?? href }));
}

/** Every place's words and the keys they are found by; the messages do not change while the app runs. */
async function readWords(): Promise<Worded[]> {
  const translators = await Promise.all(
    locales.map(async (locale) => [locale, await translatorFor(locale)] as const),
  );
  return findablePlaces.map((place) => {
    const words = Object.fromEntries(
      // The keys are those of `findablePlaces`, which a test finds in both languages.
      translators.map(([locale, t]) => [locale, t(place.label as Parameters<typeof t>[0])]),
    );
    return { ...place, words, keys: Object.values(words).flatMap(keysOf) };
  });
}

function keysOf(words: string): string[] {
  const starts = [...words.matchAll(/(?<![a-z])[a-z]|\p{Script=Han}/giu)].map(({ index }) =>
    words.slice(index),
  );
  return [...starts, toPinyin(words), toInitials(words)].map(toNeedle).filter(Boolean);
}
