import type { listJoinRequests } from "@/lib/domain/memberships/queries";
import type { listReturnsToReview } from "@/lib/domain/returns/queries-review";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { WorkSection } from "./work-section";

type Joining = Awaited<ReturnType<typeof listJoinRequests>>;
type Answers = Awaited<ReturnType<typeof listReturnsToReview>>;

/** What firms have sent and wait to hear of: their returns, and who says that they act for them. */
export async function FirmsWork(props: { viewer: Viewer; joining: Joining; answers: Answers }) {
  const t = await getTranslations();
  const { joining, answers, viewer } = props;
  return (
    <>
      <WorkSection
        title={t("home.returnsToReview")}
        total={answers.total}
        allHref="/returns?state=SUBMITTED"
        items={answers.rows.map((row) => ({
          id: row.id,
          href: `/returns/${row.id}`,
          title: nameOf(viewer.locale, row.enterprise),
          detail: titleOf(viewer.locale, row.round),
          verbs: [{ href: `/returns/${row.id}`, label: t("home.review") }],
        }))}
      />
      <WorkSection
        title={t("home.joining")}
        total={joining.total}
        allHref="/memberships"
        items={joining.rows.map((request) => ({
          id: request.id,
          href: `/memberships/${request.id}`,
          title: request.name,
          detail: request.enterprise ? nameOf(viewer.locale, request.enterprise) : request.identifierValue,
          verbs: [{ href: `/memberships/${request.id}`, label: t("home.decide") }],
        }))}
      />
    </>
  );
}
