import type { Metadata } from "next";
import { EnterpriseHeader } from "@/components/enterprises/enterprise-header";
import { EnterpriseOverview } from "@/components/enterprises/enterprise-overview";
import { findEnterprise } from "@/components/enterprises/find-enterprise";
import { getTenancySpan } from "@/lib/domain/enterprises/queries";
import { nameOf } from "@/lib/platform/i18n/names";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, enterprise } = await findEnterprise((await props.params).id);
  return { title: nameOf(viewer.locale, enterprise) };
}

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
