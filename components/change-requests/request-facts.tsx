import { AppLink } from "@/components/ui/app-link";
import { DescriptionList } from "@/components/ui/description-list";
import type { ChangeRequestDetail } from "@/lib/domain/change-requests/queries";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";

/** Who asks about what, since when, who looks after it, and what was said. */
export async function RequestFacts({ request }: { request: ChangeRequestDetail }) {
  const [t, locale, formats] = await Promise.all([
    getTranslations("change-requests"),
    currentLocale(),
    getFormats(),
  ]);
  const { milestone, commitment, enterprise } = request;
  return (
    <DescriptionList
      items={[
        {
          label: t("firm"),
          value: <AppLink href={`/enterprises/${enterprise.id}`}>{nameOf(locale, enterprise)}</AppLink>,
        },
        {
          label: t("subjectLabel"),
          value: milestone ? (
            <AppLink href={`/projects/${milestone.project.id}`}>
              {titleOf(locale, milestone.project)} · {titleOf(locale, milestone)}
            </AppLink>
          ) : commitment ? (
            <AppLink href={`/commitments/${commitment.id}`}>{titleOf(locale, commitment)}</AppLink>
          ) : (
            t("subject.FIRM")
          ),
        },
        { label: t("askedBy"), value: `${request.askedByName} · ${formats.dateTime(request.askedAt)}` },
        { label: t("days"), value: formats.count(request.days) },
        { label: t("owner"), value: request.owner ?? t("nobody") },
        { label: t("note"), value: request.note },
        ...(request.decidedAt
          ? [
              {
                label: t("decidedBy"),
                value: `${request.decidedBy ?? ""} · ${formats.dateTime(request.decidedAt)}`,
              },
              { label: t("comment"), value: request.comment },
            ]
          : []),
      ]}
    />
  );
}
