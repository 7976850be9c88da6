import type { Metadata } from "next";
import { findLease } from "@/components/leases/find-lease";
import { LeaseHeader } from "@/components/leases/lease-header";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { DescriptionList } from "@/components/ui/description-list";
import type { LeaseDto } from "@/lib/domain/leases/dto";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { addDays, minDate } from "@/lib/platform/dates/civil";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };
type Other = { id: string; leaseNo: string };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { lease } = await findLease((await props.params).id, asOfFrom(await props.searchParams));
  return { title: lease.leaseNo };
}

export default async function LeasePage(props: Props) {
  const [{ id }, searchParams, t, formats] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("leases"),
    getFormats(),
  ]);
  const { viewer, lease } = await findLease(id, asOfFrom(searchParams));
  const dates = [
    "signedOn",
    "startsOn",
    "endsOn",
    "movedInOn",
    "breakOn",
    "terminatedOn",
    "movedOutOn",
  ] as const;
  const linked = (others: (Other | null)[]) => {
    const found = others.filter((other) => other !== null);
    return found.length === 0
      ? null
      : found.map((other) => (
          <AppLink key={other.id} href={`/leases/${other.id}`}>
            {other.leaseNo}{" "}
          </AppLink>
        ));
  };
  // A line of a unit that was split or measured anew says its days.
  const moved = lease.lines.some(({ lineFrom, lineTo, unitTo }) => lineFrom || lineTo || unitTo);
  return (
    <>
      <LeaseHeader lease={lease} side="" />
      <DescriptionList
        items={[
          {
            label: t("enterprise"),
            value: (
              <AppLink href={`/enterprises/${lease.enterprise.id}`}>
                {nameOf(viewer.locale, lease.enterprise)}
              </AppLink>
            ),
          },
          { label: t("park"), value: nameOf(viewer.locale, lease.park) },
          { label: t("area"), value: formats.area(lease.area) },
          ...dates.map((name) => ({ label: t(name), value: formats.date(lease[name]) })),
          { label: t("renewalOf"), value: linked([lease.renewalOf]) },
          { label: t("renewals"), value: linked(lease.renewals) },
          { label: t("subleaseOf"), value: linked([lease.subleaseOf]) },
          { label: t("subleases"), value: linked(lease.subleases) },
          { label: t("note"), value: lease.note },
        ]}
      />
      <h2>{t("lines")}</h2>
      <DataTable
        label={t("lines")}
        rows={lease.lines}
        rowKey={(line) => line.unitId}
        rowHref={(line) => `/units/${line.unitId}`}
        totalLabel={t("lines")}
        columns={[
          { key: "unit", header: t("unit"), cell: (line) => `${line.building.code} ${line.unit}` },
          {
            key: "building",
            header: t("building"),
            wrap: true,
            cell: (line) => nameOf(viewer.locale, line.building),
          },
          {
            key: "area",
            header: t("area"),
            align: "end",
            cell: (line) => formats.area(line.area),
            total: formats.area(lease.area),
          },
          { key: "seats", header: t("seats"), align: "end", cell: (line) => formats.count(line.seats) },
          ...(moved
            ? [
                { key: "from", header: t("lineFrom"), cell: (line: Line) => formats.date(line.lineFrom) },
                { key: "to", header: t("lineTo"), cell: (line: Line) => formats.date(lastDayOf(line)) },
              ]
            : []),
        ]}
      />
    </>
  );
}

type Line = LeaseDto["lines"][number];

function lastDayOf({ lineTo, unitTo }: Line) {
  return unitTo === null ? lineTo : minDate(addDays(unitTo, -1), lineTo);
}
