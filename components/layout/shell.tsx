import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ToasterWithUndo } from "@/components/change-sets/toaster-with-undo";
import { undoWords } from "@/components/change-sets/undo-words";
import { Toaster } from "@/components/ui/toaster";
import type { Locale } from "@/lib/platform/i18n/locales";
import { AsOfNotice } from "./as-of-notice";
import type { Place } from "./places";
import { Rail } from "./rail";
import styles from "./shell.module.css";
import { SkipLink } from "./skip-link";
import { TopBar } from "./top-bar";

export type ShellProps = {
  user: { id: string; name: string; role: string };
  /** Notices that the person has not read. */
  unread?: number;
  /** The places that this viewer may see. */
  nav: readonly Place[];
  /** What the park switcher offers; none, and it is not there. */
  parks: { code: string; name: string }[];
  locale: Locale;
  /** Today in the zone's time, `YYYY-MM-DD`. */
  today: string;
  /** Above every page: the sample zone's word, a notice of maintenance. */
  banner?: ReactNode;
  passwordHref?: string;
  signOut?: () => Promise<void>;
  /** Whether a toast offers Undo, and the person's menu what was written lately. */
  mayUndo?: boolean;
  children: ReactNode;
};

/** The office's frame: places at the left; search, the day, language and person on top. */
export async function Shell(props: ShellProps) {
  const t = await getTranslations("nav");
  const ui = await getTranslations("ui");
  const words = {
    region: ui("toast.region"),
    undo: ui("toast.undo"),
    failed: ui("toast.failed"),
    close: ui("toast.close"),
  };
  return (
    <div className={styles.shell} data-viewer={props.user.id}>
      <SkipLink label={t("skip")} />
      <Rail nav={props.nav} parks={props.parks} />
      <div className={styles.column}>
        <header className={styles.header}>
          <TopBar
            user={props.user}
            unread={props.unread ?? 0}
            locale={props.locale}
            today={props.today}
            passwordHref={props.passwordHref ?? "/password"}
            changesHref={props.mayUndo ? "/change-sets" : undefined}
            signOut={props.signOut}
          />
          <AsOfNotice
            today={props.today}
            locale={props.locale}
            words={{
              past: t.raw("asOfPast"),
              future: t.raw("asOfFuture"),
              back: t("backToToday"),
              asOf: t.raw("asOfDay"),
            }}
          />
          {props.banner ? <div className="no-print">{props.banner}</div> : null}
        </header>
        <main id="main" tabIndex={-1} className={styles.main}>
          {props.children}
        </main>
      </div>
      {props.mayUndo ? (
        <ToasterWithUndo words={words} undoWords={await undoWords()} />
      ) : (
        <Toaster words={words} />
      )}
    </div>
  );
}
