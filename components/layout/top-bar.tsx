import { IconMenu2, IconSearch } from "@tabler/icons-react";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/platform/i18n/locales";
import { AsOfControl } from "./as-of-control";
import { Bell } from "./bell";
import { LanguageSwitch } from "./language-switch";
import { PersonMenu, type PersonWords } from "./person-menu";
import { RAIL_ID } from "./rail";
import { SearchBox } from "./search-box";
import type { SuggestionWords } from "./suggestion-list";
import styles from "./top-bar.module.css";

type TopBarWords = Record<"openMenu" | "search" | "searchHint" | "asOf" | "go" | "notices", string> & {
  found: SuggestionWords;
  person: PersonWords;
};

export function TopBar(props: {
  user: { name: string };
  unread: number;
  locale: Locale;
  today: string;
  changesHref?: string;
  words: TopBarWords;
}) {
  const { words } = props;
  return (
    <div className={styles.bar}>
      <button type="button" popoverTarget={RAIL_ID} className={styles.open} aria-label={words.openMenu}>
        <Icon of={IconMenu2} size={20} stroke={1.6} />
      </button>
      <SearchBox
        label={words.search}
        placeholder={words.searchHint}
        icon={<Icon of={IconSearch} size={18} stroke={1.6} />}
        words={words.found}
      />
      <div className={styles.asOf}>
        <AsOfControl today={props.today} label={words.asOf} go={words.go} />
      </div>
      <div className={styles.end}>
        <Bell unread={props.unread} label={words.notices} />
        <LanguageSwitch locale={props.locale} />
        <PersonMenu name={props.user.name} changesHref={props.changesHref} words={words.person} />
      </div>
    </div>
  );
}
