import type { ReactNode } from "react";
import { Bell } from "@/components/layout/bell";
import { personWords, toastWords } from "@/components/layout/frame-words";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { PersonMenu } from "@/components/layout/person-menu";
import { SkipLink } from "@/components/layout/skip-link";
import { AppLink } from "@/components/ui/app-link";
import { Toaster } from "@/components/ui/toaster";
import { switchFirmAction } from "@/lib/platform/auth/actions";
import type { Locale } from "@/lib/platform/i18n/locales";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { PortalPlace } from "./places";
import styles from "./portal.module.css";
import { PortalNav } from "./portal-nav";

/** The firm's front room: one column; the zone, the firm that one acts for, its rooms. */
export async function PortalFrame(props: {
  user: { id: string; name: string; role: string };
  zone: string;
  /** The firms that the person may act for, and which it is. */
  firms: { id: string; name: string }[];
  firmId: string | null;
  places: readonly PortalPlace[];
  /** Notices that the person has not read. */
  unread: number;
  locale: Locale;
  banner?: ReactNode;
  children: ReactNode;
}) {
  const [t, nav, person, toast] = await Promise.all([
    getTranslations("portal"),
    getTranslations("nav"),
    personWords(props.user),
    toastWords(),
  ]);
  const { firms, firmId } = props;
  return (
    <div className={styles.frame} data-viewer={props.user.id}>
      <SkipLink label={t("skip")} />
      <header className={styles.top}>
        <div className={styles.bar}>
          <p className={styles.zone}>
            <AppLink href="/portal">{props.zone}</AppLink>
          </p>
          <div className={styles.end}>
            <Bell
              href="/portal/notifications"
              unread={props.unread}
              label={nav("notices", { count: props.unread })}
            />
            <LanguageSwitch locale={props.locale} />
            <PersonMenu name={props.user.name} words={person} />
          </div>
          {firms.length > 1 ? (
            <form action={switchFirmAction} className={styles.firm}>
              <label htmlFor="portal-firm">{t("actingFor")}</label>
              <select id="portal-firm" name="firm" defaultValue={firmId ?? undefined} key={firmId}>
                {firms.map((firm) => (
                  <option key={firm.id} value={firm.id}>
                    {firm.name}
                  </option>
                ))}
              </select>
              <button type="submit">{t("switch")}</button>
            </form>
          ) : (
            <p className={styles.firm}>
              <strong>{firms[0]?.name}</strong>
            </p>
          )}
        </div>
        {firmId ? (
          <PortalNav
            label={t("title")}
            menu={t("menu")}
            places={props.places.map((place) => ({ place, label: t(`nav.${place}`) }))}
          />
        ) : null}
        {props.banner ? <div className="no-print">{props.banner}</div> : null}
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {props.children}
      </main>
      <Toaster words={toast} />
    </div>
  );
}
