import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { CommitmentFormPage } from "@/components/commitments/commitment-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { listAgreementFilter } from "@/lib/domain/agreements/queries-options";
import { can } from "@/lib/domain/permissions";
import { getProject } from "@/lib/domain/projects/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";
import { isId } from "@/lib/platform/values/id";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("commitments"))("newTitle") };
}

/** `?agreement=` and `?project=` say what it stands under. */
export default async function NewCommitmentPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("commitments"),
  ]);
  if (!can(viewer, "commitments.create") || !reachesZone(viewer)) forbidden();
  const { agreement: asked = "", project: of = "" } = firstValues(searchParams);
  const [agreements, project] = await Promise.all([
    isId(asked) ? listAgreementFilter(viewer, asked) : [],
    getProject(viewer, of),
  ]);
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/commitments", label: t("title") }]} />
      <CommitmentFormPage
        viewer={viewer}
        agreement={agreements.find(({ id }) => id === asked)}
        project={project}
      />
    </>
  );
}
