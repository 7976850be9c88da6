import { EnterpriseHeader } from "@/components/enterprises/enterprise-header";
import { findEnterprise, titleOfEnterprise } from "@/components/enterprises/find-enterprise";
import { ProjectList } from "@/components/projects/project-list";
import { EmptyState } from "@/components/ui/empty-state";
import { projectListSchema } from "@/lib/domain/projects/schema";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export const generateMetadata = titleOfEnterprise;

export default async function EnterpriseProjectsPage(props: Props) {
  const [{ id }, searchParams, t] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("projects"),
  ]);
  const { viewer, enterprise } = await findEnterprise(id);
  return (
    <>
      <EnterpriseHeader enterprise={enterprise} side="/projects" />
      <ProjectList
        viewer={viewer}
        params={parseList(projectListSchema, { ...searchParams, lead: id, park: undefined })}
        asOf={asOfFrom(searchParams)}
        searchParams={searchParams}
        pathname={`/enterprises/${id}/projects`}
        empty={<EmptyState title={t("noneMatch")} />}
      />
    </>
  );
}
