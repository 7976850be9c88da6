import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BuildingTable } from "@/components/buildings/building-table";
import { ParkHeader } from "@/components/parks/park-header";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { listBuildings } from "@/lib/domain/buildings/queries";
import { buildingListSchema } from "@/lib/domain/buildings/schema";
import { parkStatusLabels } from "@/lib/domain/parks/labels";
import { getPark } from "@/lib/domain/parks/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

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
  const [viewer, { id }, searchParams] = await Promise.all([
    requireViewer(),
    props.params,
    props.searchParams,
  ]);
  const [park, t, formats] = await Promise.all([findPark(id), getTranslations(), getFormats()]);
  if (!park) notFound();
  const params = parseList(buildingListSchema, { ...searchParams, park: park.code });
  const buildings = await listBuildings(viewer, { ...params, pageSize: 200 });
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
      <h2>{t("buildings.title")}</h2>
      {park.can.addBuilding ? (
        <p>
          <ButtonLink href={`/buildings/new?park=${encodeURIComponent(park.code)}`}>
            {t("buildings.new")}
          </ButtonLink>
        </p>
      ) : null}
      <BuildingTable
        viewer={viewer}
        asOf={asOfFrom(searchParams)}
        rows={buildings.rows}
        sort={params.sort}
        searchParams={searchParams}
        pathname={`/parks/${id}`}
      />
    </>
  );
}
