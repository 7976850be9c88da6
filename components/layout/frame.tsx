"use client";

import type { ComponentProps, ReactNode } from "react";
import { ToasterWithUndo } from "@/components/change-sets/toaster-with-undo";
import type { UndoWords } from "@/components/change-sets/undo";
import { Toaster } from "@/components/ui/toaster";
import type { Locale } from "@/lib/platform/i18n/locales";
import { AsOfNotice } from "./as-of-notice";
import type { PersonWords } from "./person-menu";
import type { Place } from "./places";
import { Rail } from "./rail";
import styles from "./shell.module.css";
import { SkipLink } from "./skip-link";
import type { SuggestionWords } from "./suggestion-list";
import { TopBar } from "./top-bar";

export type FrameProps = {
  user: { id: string; name: string; role: string };
  /** Notices that the person has not read. */
  unread?: number;
  /** The places that this viewer may see, and their names. */
  nav: { place: Place; label: string }[];
  /** What the park switcher offers; none, and it is not there. */
  parks: { code: string; name: string }[];
  locale: Locale;
  /** Today in the zone's time, `YYYY-MM-DD`. */
  today: string;
  /** Above every page: the sample zone's word, a notice of maintenance. */
  banner?: ReactNode;
  /** Whether a toast offers Undo, and the person's menu what was written lately. */
  mayUndo?: boolean;
  words: FrameWords;
  children: ReactNode;
};

export type FrameWords = Record<
  | ("skip" | "product" | "places" | "park" | "allParks" | "go" | "openMenu")
  | ("search" | "searchHint" | "asOf" | "notices"),
  string
> & {
  found: SuggestionWords;
  day: ComponentProps<typeof AsOfNotice>["words"];
  person: PersonWords;
  toast: ComponentProps<typeof Toaster>["words"];
  undo: UndoWords | null;
};

/**
 * The office's frame: places at the left; search, the day, language and person on top. It stands on every page, and is
 * told plain values: as elements that the server sends, its hundred parts were drawn, sent and read once more.
 */
export function Frame(props: FrameProps) {
  const { words } = props;
  return (
    <div className={styles.shell} data-viewer={props.user.id}>
      <SkipLink label={words.skip} />
      <Rail nav={props.nav} parks={props.parks} words={words} />
      <div className={styles.column}>
        <header className={styles.header}>
          <TopBar
            user={props.user}
            unread={props.unread ?? 0}
            locale={props.locale}
            today={props.today}
            changesHref={props.mayUndo ? "/change-sets" : undefined}
            words={words}
          />
          <AsOfNotice today={props.today} locale={props.locale} words={words.day} />
          {props.banner ? <div className="no-print">{props.banner}</div> : null}
        </header>
        <main id="main" tabIndex={-1} className={styles.main}>
          {props.children}
        </main>
      </div>
      {words.undo ? (
        <ToasterWithUndo words={words.toast} undoWords={words.undo} />
      ) : (
        <Toaster words={words.toast} />
      )}
    </div>
  );
}
