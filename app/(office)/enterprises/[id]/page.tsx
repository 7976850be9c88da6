import { EnterpriseHeader } from "@/components/enterprises/enterprise-header";
import { EnterpriseOverview } from "@/components/enterprises/enterprise-overview";
import { findEnterprise, titleOfEnterprise } from "@/components/enterprises/find-enterprise";
import { getTenancySpan } from "@/lib/domain/enterprises/queries";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata = titleOfEnterprise;

export default async function EnterprisePage(props: Props) {
  const { id } = await props.params;
  const { viewer, enterprise } = await findEnterprise(id);
  return (
    <>
      <EnterpriseHeader enterprise={enterprise} side="" />
      <EnterpriseOverview enterprise={enterprise} since={await getTenancySpan(viewer, id)} />
    </>
  );
}
