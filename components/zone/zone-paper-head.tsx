import { PaperHead } from "@/components/ui/paper-head";
import { zoneHead } from "@/lib/domain/zone/labels";
import { currentLocale } from "@/lib/platform/i18n/translator";
import { findZone } from "./find-zone";

/** The zone and its office at the head of every printed page, between the title and the day. */
export async function ZonePaperHead() {
  const [{ zone }, locale] = await Promise.all([findZone(), currentLocale()]);
  const text = zoneHead(locale, zone);
  return text ? <PaperHead side="center" text={text} /> : null;
}
