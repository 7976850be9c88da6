import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf } from "@/lib/platform/i18n/names";
import type { ZoneDto } from "./dto";

/** The zone's words in the reader's language, each in the other where it has no such; empty where nothing is said. */
export function zoneWords(locale: Locale, zone: ZoneDto) {
  return {
    name: nameOf(locale, zone),
    region: nameOf(locale, { nameZh: zone.regionZh, nameEn: zone.regionEn }),
    office: nameOf(locale, { nameZh: zone.officeZh, nameEn: zone.officeEn }),
  };
}

/** What stands at the head of a printed page: the zone and the office that reports on it; empty where it is not set. */
export function zoneHead(locale: Locale, zone: ZoneDto): string {
  const { name, office } = zoneWords(locale, zone);
  return [name, office].filter(Boolean).join(" · ");
}
