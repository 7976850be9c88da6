import type { Metadata } from "next";
import { BindingTable } from "@/components/claims/binding-table";
import { ClaimHeader } from "@/components/claims/claim-header";
import { findClaim } from "@/components/claims/find-claim";
import { Banner } from "@/components/ui/banner";
import { DescriptionList } from "@/components/ui/description-list";
import { StatusMark } from "@/components/ui/status-mark";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { withFigures } from "@/lib/reports/claims/facts";
import { claimStateKinds } from "@/lib/reports/claims/state-kinds";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { claim } = await findClaim((await props.params).id);
  return { title: claim.code };
}

export default async function ClaimPage(props: Props) {
  const [{ id }, searchParams, t, formats] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("claims"),
    getFormats(),
  ]);
  const { viewer, claim } = await findClaim(id);
  const asOf = asOfFrom(searchParams);
  const [found] = await withFigures(viewer, [claim], asOf);
  if (!found) throw new Error("A claim has its figures");
  const { state } = found.figures;
  const { signedOffAt: at, signedOffBy: by } = claim;
  return (
    <>
      <ClaimHeader claim={claim} side="" />
      {state === "BELOW" ? <Banner tone="bad" title={t("alarmBanner")} /> : null}
      <DescriptionList
        items={[
          {
            label: t("stateLabel"),
            value: <StatusMark kind={claimStateKinds[state]} label={t(`state.${state}`)} />,
          },
          { label: t("textZh"), value: claim.textZh && <span lang="zh-CN">{claim.textZh}</span> },
          { label: t("textEn"), value: claim.textEn && <span lang="en">{claim.textEn}</span> },
          { label: t("publishedOn"), value: formats.date(claim.publishedOn) },
          { label: t("publishedIn"), value: claim.publishedIn },
          { label: t("asOf"), value: formats.date(claim.asOf) },
          {
            label: t("signedOff"),
            value: at && by ? t("signedOffLine", { by, at: formats.dateTime(at) }) : t("unsigned"),
          },
          ...(claim.withdrawnOn ? [{ label: t("withdrawnOn"), value: formats.date(claim.withdrawnOn) }] : []),
        ]}
      />
      <h2>{t("bindings")}</h2>
      <BindingTable claim={found} asOf={asOf} />
    </>
  );
}
