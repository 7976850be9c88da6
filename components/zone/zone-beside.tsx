import { zoneWords } from "@/lib/domain/zone/labels";
import { currentLocale } from "@/lib/platform/i18n/translator";
import { findZone } from "./find-zone";

/** Beside the title of a home page: which zone this is. Nothing where nobody has said. */
export async function ZoneBeside() {
  const [{ zone }, locale] = await Promise.all([findZone(), currentLocale()]);
  const { name } = zoneWords(locale, zone);
  return name ? <span>{name}</span> : null;
}
