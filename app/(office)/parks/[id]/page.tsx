import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ParkHeader } from "@/components/parks/park-header";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { parkStatusLabels } from "@/lib/domain/parks/labels";
import { getPark } from "@/lib/domain/parks/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

/** Asked by the title and by the page, fetched once. */
const findPark = cache(async (id: string) => getPark(await requireViewer(), id));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const park = await findPark((await props.params).id);
  const viewer = await requireViewer();
  return {
    title: park ? nameOf(viewer.locale, park) : (await getTranslations("errors"))("page.notFoundTitle"),
  };
}

export default async function ParkPage(props: Props) {
  const { id } = await props.params;
  const [park, t, formats] = await Promise.all([findPark(id), getTranslations(), getFormats()]);
  if (!park) notFound();
  const money = park.plannedInvestment;
  return (
    <>
      <ParkHeader park={park} current={`/parks/${id}`} />
      <DescriptionList
        items={[
          { label: t("parks.code"), value: park.code },
          { label: t("parks.statusLabel"), value: <Badge>{t(parkStatusLabels[park.status])}</Badge> },
          { label: t("parks.operator"), value: park.operator },
          { label: t("parks.openedOn"), value: formats.date(park.openedOn) },
          { label: t("parks.closedOn"), value: formats.date(park.closedOn) },
          {
            label: t("parks.plannedInvestment"),
            value: money ? formats.money(money.amount, money.currency) : null,
          },
        ]}
      />
    </>
  );
}
