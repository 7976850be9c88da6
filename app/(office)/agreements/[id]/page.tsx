import type { Metadata } from "next";
import { AgreementFacts } from "@/components/agreements/agreement-facts";
import { AgreementHeader } from "@/components/agreements/agreement-header";
import { findAgreement } from "@/components/agreements/find-agreement";
import { Chain } from "@/components/promises/chain";
import { can } from "@/lib/domain/permissions";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { titleOf } from "@/lib/platform/i18n/names";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { listStandings } from "@/lib/reports/chain/facts-standings";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, agreement } = await findAgreement((await props.params).id);
  return { title: titleOf(viewer.locale, agreement) };
}

export default async function AgreementPage(props: Props) {
  const [{ id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { viewer, agreement } = await findAgreement(id);
  const asOf = asOfFrom(searchParams);
  const standing = (await listStandings(viewer, [id], asOf)).get(id) ?? null;
  return (
    <>
      <AgreementHeader agreement={agreement} side="" />
      <Chain viewer={viewer} of={{ noun: "agreements", id }} asOf={asOf} />
      <AgreementFacts agreement={agreement} standing={standing} office={can(viewer, "meetings.read")} />
    </>
  );
}
