import "server-only";
import type { Metadata } from "next";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { RefusalWords, Refused } from "./refusal";

export async function refusalTitle(refused: Refused): Promise<Metadata> {
  return { title: (await getTranslations("errors.page"))(`${refused}Title`) };
}

export async function refusalWords(): Promise<RefusalWords> {
  const t = await getTranslations("errors.page");
  const saidOf = (refused: Refused) => ({ title: t(`${refused}Title`), text: t(`${refused}Text`) });
  return { forbidden: saidOf("forbidden"), notFound: saidOf("notFound"), home: t("home") };
}
