import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { StatusMark } from "@/components/ui/status-mark";
import { agreementStateLabel } from "@/lib/domain/agreements/labels";
import { commitmentOutcomeLabel } from "@/lib/domain/commitments/labels";
import { toMeetingTitles } from "@/lib/domain/meetings/dto";
import { projectStageLabel } from "@/lib/domain/projects/labels";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { titleOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { toPromiseText } from "@/lib/reports/chain/columns";
import { type ChainPlace, getChain } from "@/lib/reports/chain/facts";
import type { Steps } from "@/lib/reports/chain/facts-rows";
import { outcomeKinds } from "@/lib/reports/commitments/outcome-kinds";
import { agreementMarks } from "@/lib/reports/lists/agreements";
import styles from "./chain.module.css";

/**
 * The chain that a record is a part of, up to the session at which its agreement was signed and down to the evidence;
 * nothing where it hangs on no agreement, and nothing for a firm's own people, who read no other firm's part of it.
 */
export async function Chain(props: { viewer: Viewer; of: ChainPlace; asOf: CivilDate }) {
  const { viewer, of } = props;
  const row = await getChain(viewer, of, props.asOf);
  if (!row) return null;
  const { locale } = viewer;
  const [t, formats] = await Promise.all([getTranslations(), getFormats()]);
  const say = (key: string, values?: Record<string, string | number>) => t(`reports.promises.${key}`, values);
  const toSteps = ({ done, all, late, next }: Steps) =>
    [
      all > 0 ? say("stepsOf", { done, all }) : null,
      late > 0 ? say("stepsLate", { count: late }) : null,
      next ? say("nextOn", { on: formats.date(next) }) : null,
    ].filter(Boolean);
  const link = (noun: ChainPlace["noun"], id: string, words: ReactNode) =>
    of.id === id ? (
      <strong aria-current="page">{words}</strong>
    ) : (
      <AppLink href={`/${noun}/${id}`}>{words}</AppLink>
    );
  const state = row.standing?.state;
  const { meeting } = row;
  return (
    <section className={styles.chain} aria-label={say("chain")}>
      <h2>{say("chain")}</h2>
      <ol>
        {meeting ? (
          <li>
            <span className={styles.kind}>{t("meetings.one")}</span>{" "}
            <AppLink href={`/meetings/${meeting.id}`}>{titleOf(locale, toMeetingTitles(meeting))}</AppLink>
          </li>
        ) : null}
        <li>
          <span className={styles.kind}>{t("agreements.one")}</span>{" "}
          {link("agreements", row.id, titleOf(locale, row))}{" "}
          {state ? <StatusMark kind={agreementMarks[state]} label={t(agreementStateLabel(state))} /> : null}{" "}
          <small>
            {[
              say("signedOn", { on: formats.date(row.signedOn) }),
              say("filesOf", { count: row.evidence }),
            ].join(" · ")}
          </small>
          {row.commitments.length + row.projects.length > 0 ? (
            <ul>
              {row.commitments.map((commitment) => (
                <li key={commitment.id}>
                  <span className={styles.kind}>{t("commitments.one")}</span>{" "}
                  {link("commitments", commitment.id, toPromiseText(locale, commitment))}{" "}
                  {commitment.figures ? (
                    <StatusMark
                      kind={outcomeKinds[commitment.figures.outcome]}
                      label={t(commitmentOutcomeLabel(commitment.figures.outcome))}
                    />
                  ) : null}
                </li>
              ))}
              {row.projects.map((project) => (
                <li key={project.id}>
                  <span className={styles.kind}>{t("projects.one")}</span>{" "}
                  {link("projects", project.id, titleOf(locale, project))}{" "}
                  <small>
                    {[t(projectStageLabel(project.stage)), ...toSteps(project.steps)].join(" · ")}
                  </small>
                </li>
              ))}
            </ul>
          ) : (
            <p>{say("nothingBelow")}</p>
          )}
        </li>
      </ol>
    </section>
  );
}
