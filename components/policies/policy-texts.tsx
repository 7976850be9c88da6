import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { PolicyVersionDto } from "@/lib/domain/policies/dto";
import { policyStateLabel } from "@/lib/domain/policies/labels";
import { stateOn } from "@/lib/domain/policies/rules";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { nameOf, otherNameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { carriedFrom } from "@/lib/platform/paging/carry";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import styles from "./policies.module.css";
import type { Policy } from "./policy-header";

/** The text in force on the day, in the reader's language and beneath it in the other. */
export async function PolicyText({ text }: { text: PolicyVersionDto }) {
  const [t, locale] = await Promise.all([getTranslations("policies"), currentLocale()]);
  const other = locale === "zh" ? "en" : "zh-CN";
  const parts = [
    { title: t("summary"), names: { nameZh: text.summaryZh, nameEn: text.summaryEn } },
    { title: t("text"), names: { nameZh: text.textZh, nameEn: text.textEn } },
  ].filter(({ names }) => names.nameZh || names.nameEn);
  return parts.map(({ title, names }) => (
    <section key={title}>
      <h3>{title}</h3>
      <p className={styles.text}>{nameOf(locale, names)}</p>
      {otherNameOf(locale, names) ? (
        <p className={`${styles.text} ${styles.other}`} lang={other}>
          {otherNameOf(locale, names)}
        </p>
      ) : null}
    </section>
  ));
}

/** Every text that the policy has had or will have, the newest first, each with what can be done to it. */
export async function PolicyVersions(props: { policy: Policy; asOf: CivilDate; searchParams: SearchParams }) {
  const { policy, asOf } = props;
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const { can } = policy;
  const verbs = [
    ...(can.updateVersion ? ["edit"] : []),
    ...(can.endVersion ? ["end"] : []),
    ...(can.removeVersion ? ["remove"] : []),
  ];
  return (
    <DataTable
      label={t("policies.versions")}
      rows={policy.versions.toReversed()}
      rowKey={({ number }) => String(number)}
      searchParams={props.searchParams}
      empty={<EmptyState title={t("policies.noVersions")} />}
      columns={[
        { key: "number", header: t("policies.number"), cell: ({ number }) => number },
        {
          key: "from",
          header: t("policies.inForceFrom"),
          cell: ({ inForceFrom }) => formats.date(inForceFrom),
        },
        { key: "to", header: t("policies.inForceTo"), cell: ({ inForceTo }) => formats.date(inForceTo) },
        {
          key: "state",
          header: t("policies.stateLabel"),
          cell: (text) => {
            const state = stateOn([text], asOf);
            return (
              <Badge tone={state === "IN_FORCE" ? "good" : "neutral"}>{t(policyStateLabel(state))}</Badge>
            );
          },
        },
        {
          key: "summary",
          header: t("policies.summary"),
          wrap: true,
          cell: ({ summaryZh, summaryEn }) => nameOf(locale, { nameZh: summaryZh, nameEn: summaryEn }),
        },
        ...(verbs.length > 0
          ? [
              {
                key: "verbs",
                header: <span className="visually-hidden">{t("policies.verbsColumn")}</span>,
                cell: ({ number, inForceTo }: PolicyVersionDto) =>
                  verbs
                    .filter((verb) => verb !== "end" || inForceTo === null)
                    .map((verb) => (
                      <span key={verb}>
                        <a
                          href={carriedFrom(
                            `/policies/${policy.id}/versions/${number}/${verb}`,
                            props.searchParams,
                          )}
                          aria-label={t(`policies.versionVerbs.${verb}Label`, { number })}
                        >
                          {t(`policies.versionVerbs.${verb}`)}
                        </a>{" "}
                      </span>
                    )),
              },
            ]
          : []),
      ]}
    />
  );
}
