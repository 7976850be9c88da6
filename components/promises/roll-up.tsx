import { Fragment } from "react";
import { AppLink } from "@/components/ui/app-link";
import { StatusMark } from "@/components/ui/status-mark";
import { agreementStateLabel } from "@/lib/domain/agreements/labels";
import { type AgreementState, agreementStates } from "@/lib/domain/agreements/schema";
import { toMeetingTitles } from "@/lib/domain/meetings/dto";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { partOf } from "@/lib/reports/chain/compute";
import type { ChainReport } from "@/lib/reports/chain/facts";
import { agreementMarks } from "@/lib/reports/lists/agreements";
import styles from "./roll-up.module.css";

/** The one sentence, then the bar that adds up, then the sum: each number leads to its rows. */
export async function RollUp(props: {
  report: ChainReport;
  asOf: CivilDate;
  searchParams: SearchParams;
  pathname: string;
  /** The state that the rows are narrowed to. */
  state?: AgreementState;
}) {
  const { report, searchParams, pathname } = props;
  const { rollUp, session, since } = report;
  const [t, all, locale, formats] = await Promise.all([
    getTranslations("reports.promises"),
    getTranslations(),
    currentLocale(),
    getFormats(),
  ]);
  const hrefOf = (state: AgreementState | null) =>
    `${hrefWith(searchParams, { state, page: null }, pathname)}#rows`;
  const parts = agreementStates.map((state) => ({ state, count: rollUp[partOf[state]] }));
  // Who has nothing of a kind needs no word of it, but for those that a council asks about.
  const said = parts.filter(({ state, count }) => count > 0 || state !== "IN_FORCE");
  const change = (state: AgreementState) => since?.change[partOf[state]] ?? 0;
  return (
    <section aria-label={t("title")}>
      <p className={styles.sentence}>
        <AppLink href={hrefOf(null)} scroll={false}>
          {session
            ? t("signedAt", { count: rollUp.signed, on: formats.longDate(session.startsOn) })
            : t("signedBy", { count: rollUp.signed, on: formats.longDate(props.asOf) })}
        </AppLink>
        {t("colon")}
        {said.map(({ state, count }, i) => (
          <Fragment key={state}>
            {i > 0 ? t("comma") : null}
            <AppLink href={hrefOf(state)} scroll={false}>
              {t(`part.${state}`, { count })}
            </AppLink>
          </Fragment>
        ))}
        {t("stop")}
      </p>
      {rollUp.signed > 0 ? (
        <ul className={styles.bar} aria-label={t("bar")}>
          {parts
            .filter(({ count }) => count > 0)
            .map(({ state, count }) => (
              <li key={state} style={{ "--share": count } as React.CSSProperties}>
                <AppLink
                  href={hrefOf(state)}
                  scroll={false}
                  data-state={state}
                  aria-current={props.state === state ? "true" : undefined}
                  aria-label={`${formats.count(count)} ${all(agreementStateLabel(state))}`}
                >
                  {formats.count(count)}
                </AppLink>
              </li>
            ))}
        </ul>
      ) : null}
      <ul className={styles.parts}>
        {parts.map(({ state, count }) => (
          <li key={state}>
            <StatusMark kind={agreementMarks[state]} label={all(agreementStateLabel(state))} />{" "}
            <strong>{formats.count(count)}</strong>{" "}
            {change(state) === 0 ? null : <small>{formats.change(change(state))}</small>}
          </li>
        ))}
      </ul>
      <p className={styles.sum}>
        {`${formats.count(rollUp.signed)} = ${parts.map(({ count }) => formats.count(count)).join(" + ")}`}
        {since ? (
          <>
            {" · "}
            {t("since", {
              session: titleOf(locale, toMeetingTitles(since.meeting)),
              on: formats.longDate(since.meeting.startsOn),
            })}
          </>
        ) : null}
      </p>
    </section>
  );
}
