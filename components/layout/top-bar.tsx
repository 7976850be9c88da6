import { IconMenu2, IconSearch } from "@tabler/icons-react";
import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/platform/i18n/locales";
import { AsOfControl } from "./as-of-control";
import { Bell } from "./bell";
import { LanguageSwitch } from "./language-switch";
import { PersonMenu } from "./person-menu";
import { RAIL_ID } from "./rail";
import { SearchBox } from "./search-box";
import styles from "./top-bar.module.css";

export async function TopBar(props: {
  user: { name: string; role: string };
  unread: number;
  locale: Locale;
  today: string;
  passwordHref: string;
  changesHref?: string;
  signOut?: () => Promise<void>;
}) {
  const [t, found] = await Promise.all([getTranslations("nav"), getTranslations("search")]);
  const kinds = [
    ...(["places", "enterprises", "leases", "units", "projects"] as const),
    ...(["agreements", "commitments", "programmes", "instruments", "policies", "claims"] as const),
  ] as const;
  return (
    <div className={styles.bar}>
      <button type="button" popoverTarget={RAIL_ID} className={styles.open} aria-label={t("openMenu")}>
        <IconMenu2 size={20} stroke={1.6} aria-hidden />
      </button>
      <SearchBox
        label={t("search")}
        placeholder={t("searchHint")}
        icon={<IconSearch size={18} stroke={1.6} aria-hidden />}
        words={{
          groups: Object.fromEntries(kinds.map((kind) => [kind, found(`groups.${kind}`)])),
          nothing: found("found", { count: 0 }),
          failed: found("failed"),
        }}
      />
      <div className={styles.asOf}>
        <AsOfControl today={props.today} label={t("asOf")} go={t("go")} />
      </div>
      <div className={styles.end}>
        <Bell unread={props.unread} label={t("notices", { count: props.unread })} />
        <LanguageSwitch locale={props.locale} />
        <PersonMenu
          user={props.user}
          passwordHref={props.passwordHref}
          changesHref={props.changesHref}
          signOut={props.signOut}
        />
      </div>
    </div>
  );
}
