import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import type { AwaitedOfRound } from "@/lib/domain/return-rounds/queries-awaited";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";

/** What keeps a round's figures from being final, each with the way to settle it; nothing where nothing does. */
export async function RoundAwaited({ undecided, exceptions }: AwaitedOfRound) {
  const [t, locale, formats] = await Promise.all([
    getTranslations("return-rounds"),
    currentLocale(),
    getFormats(),
  ]);
  const total = undecided.total + exceptions.total;
  if (total === 0) return null;
  const rows = [...undecided.rows, ...exceptions.rows];
  return (
    <Banner tone="warn" title={t("awaitedTitle")}>
      {t("awaitedText")}
      <ul>
        {rows.map(({ id, openUntil, enterprise }) => {
          const firm = nameOf(locale, enterprise);
          return (
            <li key={id}>
              <AppLink href={`/returns/${id}`}>
                {openUntil
                  ? t("awaitedUntil", { firm, on: formats.date(openUntil) })
                  : t("awaitedAnswer", { firm })}
              </AppLink>
            </li>
          );
        })}
        {total > rows.length ? <li>{t("awaitedMore", { count: total - rows.length })}</li> : null}
      </ul>
    </Banner>
  );
}
