import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { findReturn } from "@/components/returns/find-return";
import { ReturnHeader } from "@/components/returns/return-header";
import { ReturnSheet } from "@/components/returns/return-sheet";
import { WorkbookForm } from "@/components/returns/workbook-form";
import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { DescriptionList } from "@/components/ui/description-list";
import { can } from "@/lib/domain/permissions";
import { returnExemptionLabel } from "@/lib/domain/returns/labels";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, found } = await findReturn((await props.params).id);
  return { title: nameOf(viewer.locale, found.enterprise) };
}

/** The office's view of one answer. */
export default async function ReturnPage(props: Props) {
  const [{ id }, searchParams, t, formats] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations(),
    getFormats(),
  ]);
  const { viewer, found } = await findReturn(id);
  // A firm's own people have the portal.
  if (!can(viewer, "return-rounds.read")) forbidden();
  const { enterprise, round, submittedAt, decidedAt } = found;
  const sent = submittedAt
    ? t(found.onBehalf ? "returns.sentOnBehalf" : "returns.sentSaid", {
        by: found.submittedByName ?? "",
        at: formats.dateTime(submittedAt),
      })
    : null;
  return (
    <>
      <ReturnHeader found={found} side="" />
      {found.exemption ? (
        <Banner title={t(returnExemptionLabel(found.exemption))}>{found.exemptReason}</Banner>
      ) : null}
      {found.state === "ESTIMATED" ? <Banner tone="warn" title={t("returns.estimatedSaid")} /> : null}
      <DescriptionList
        items={[
          {
            label: t("returns.firm"),
            value: (
              <AppLink href={`/enterprises/${enterprise.id}`}>{nameOf(viewer.locale, enterprise)}</AppLink>
            ),
          },
          {
            label: t("returns.park"),
            value: found.parks.map((park) => nameOf(viewer.locale, park)).join(" · "),
          },
          { label: t("return-rounds.dueOn"), value: formats.date(round.dueOn) },
          {
            label: t("returns.receivedOn"),
            value: found.receivedOn && formats.date(found.receivedOn),
          },
          { label: t("returns.sentBy"), value: sent },
          {
            label: t("returns.decided"),
            value:
              decidedAt &&
              t("returns.sentSaid", { by: found.decidedByName ?? "", at: formats.dateTime(decidedAt) }),
          },
          { label: t("returns.openUntil"), value: found.openUntil && formats.date(found.openUntil) },
          { label: t("returns.revision"), value: found.revision > 0 ? found.revision : null },
          { label: t("returns.comment"), value: found.comment },
        ]}
      />
      <ReturnSheet found={found} />
      <WorkbookForm id={id} mayFill={found.can.saveDraft} problem={firstValues(searchParams).problem} />
    </>
  );
}
