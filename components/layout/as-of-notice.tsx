"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { AppLink } from "@/components/ui/app-link";
import { PaperHead } from "@/components/ui/paper-head";
import { formatsFor } from "@/lib/platform/i18n/formats";
import type { Locale } from "@/lib/platform/i18n/locales";
import { withParam } from "@/lib/platform/paging/href";
import { asOfFrom } from "./as-of-control";
import styles from "./as-of-notice.module.css";

/** Says in words and colour that the figures are another day's, and carries the day onto every printed page. */
export function AsOfNotice(props: {
  today: string;
  locale: Locale;
  words: { past: string; future: string; back: string; asOf: string };
}) {
  const pathname = usePathname();
  const params = useSearchParams();
  const asOf = asOfFrom(params) ?? props.today;
  const day = formatsFor(props.locale).longDate(asOf);
  const say = (words: string) => words.replace("{day}", day);
  return (
    <>
      <PaperHead side="right" text={say(props.words.asOf)} />
      {asOf === props.today ? null : (
        <div className={styles.notice} role="status">
          <span>{say(asOf < props.today ? props.words.past : props.words.future)}</span>
          <AppLink href={withParam(pathname, params, "asOf", "")} carry={false}>
            {props.words.back}
          </AppLink>
        </div>
      )}
    </>
  );
}
