"use client";

import { useLocale } from "next-intl";
import { type Formats, formatsFor } from "./formats";
import { isLocale } from "./locales";

export function useFormats(): Formats {
  const locale = useLocale();
  return formatsFor(isLocale(locale) ? locale : "en");
}
