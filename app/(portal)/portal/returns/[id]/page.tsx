import type { Metadata } from "next";
import { findPortalReturn } from "@/components/portal/find-portal-return";
import { ReturnFill } from "@/components/portal/return-fill";
import { ReturnSheet } from "@/components/returns/return-sheet";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { returnStateLabel } from "@/lib/domain/returns/labels";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { titleOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, found } = await findPortalReturn((await props.params).id);
  return { title: titleOf(viewer.locale, found.round) };
}

/** A return, to be answered; or what was answered, once it is with the office. */
export default async function PortalReturnPage(props: Props) {
  const [{ id }, t, formats] = await Promise.all([props.params, getTranslations(), getFormats()]);
  const { viewer, found } = await findPortalReturn(id);
  const { round, state, can, version, definition, answers, reasons, comments, comment, last, yearAgo } =
    found;
  const of = { id, version, definition, answers, reasons, comments, comment, last, yearAgo };
  const dates = {
    from: formats.date(round.periodFrom),
    to: formats.date(round.referenceOn),
    due: formats.date(found.own.dueOn),
    closes: formats.date(found.own.closesOn),
  };
  const excepted = found.own.dueOn !== round.dueOn;
  const overdue = can.submit && found.own.dueOn < todayInZone();
  return (
    <>
      <PageHeader
        title={titleOf(viewer.locale, round)}
        trail={[{ href: "/portal/returns", label: t("portal.nav.returns") }]}
        beside={<span>{t(returnStateLabel(state))}</span>}
      />
      <p>{t(can.submit ? "portal.returns.asks" : "portal.returns.asked", dates)}</p>
      {overdue || (can.submit && excepted) ? (
        <Banner tone="warn">
          {overdue
            ? t("portal.returns.overdue", dates)
            : t("portal.returns.exception", { date: dates.closes })}
        </Banner>
      ) : null}
      <ClientMessages namespaces={["returns", "return-forms"]}>
        {can.submit ? <ReturnFill of={of} back="/portal/returns" /> : null}
      </ClientMessages>
      {can.submit ? null : <ReturnSheet found={found} />}
    </>
  );
}
