import { qualificationOf } from "@/lib/domain/change-requests/rules";
import { clusterLabel, identifierLabel } from "@/lib/domain/enterprises/labels";
import { countryName } from "@/lib/platform/i18n/countries";
import type { Locale } from "@/lib/platform/i18n/locales";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";

type Unit = { unitZh: string | null; unitEn: string | null } | null;
type Parts = Record<string, string | boolean | null>;

/** How a field's value reads, a line for each of several; nothing is said in words too. */
export async function getValueWords(unit: Unit = null) {
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  return (field: string, value: unknown): string[] => {
    const isPaper = qualificationOf(field) !== null;
    if (
      value === null ||
      value === undefined ||
      value === "" ||
      (Array.isArray(value) && value.length === 0)
    ) {
      return [t("change-requests.nothing")];
    }
    if (field === "identifiers") return (value as Parts[]).map(identifier);
    if (isPaper) return paper(value as Parts);
    if (field === "measurement") return measurement(value as Parts);
    if (field === "cluster") return [t(clusterLabel(value as never))];
    if (field === "country") return [countryName(locale, String(value)) ?? String(value)];
    if (typeof value === "boolean") return [t(value ? "change-requests.yes" : "change-requests.no")];
    return [String(value)];
  };

  function identifier({ type, value, former }: Parts): string {
    const words = `${t(identifierLabel(type as never))} ${value}`;
    return former ? `${words} (${t("change-requests.former")})` : words;
  }

  function paper({ title, number, issuer, validFrom, validTo }: Parts): string[] {
    const span = validFrom || validTo ? `${validFrom ?? ""} – ${validTo ?? ""}` : null;
    return [title, number, issuer, span].filter(Boolean).map(String);
  }

  function measurement({ on, value, source, evidence }: Parts): string[] {
    const amount = `${formats.number(String(value), 4)} ${unitOf(locale, unit)}`.trim();
    return [`${on}: ${amount}`, source, evidence].filter(Boolean).map(String);
  }
}

function unitOf(locale: Locale, unit: Unit): string {
  if (!unit) return "";
  return (locale === "zh" ? (unit.unitZh ?? unit.unitEn) : (unit.unitEn ?? unit.unitZh)) ?? "";
}

export type ValueWords = Awaited<ReturnType<typeof getValueWords>>;
