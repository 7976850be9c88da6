import { DataTable } from "@/components/ui/data-table";
import { availabilityLabel, unitChangeLabel } from "@/lib/domain/units/labels";
import type { listSuccessions } from "@/lib/domain/units/queries-changes";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

type Succession = Awaited<ReturnType<typeof listSuccessions>>[number];

/** What a unit was before it began and what became of it; nothing where it is as it always was. */
export async function UnitLineage({ successions }: { successions: Succession[] }) {
  if (successions.length === 0) return null;
  const [t, all, formats] = await Promise.all([getTranslations("units"), getTranslations(), getFormats()]);
  return (
    <>
      <h2>{t("lineage")}</h2>
      <DataTable
        label={t("lineage")}
        rows={successions}
        rowKey={(other) => other.id}
        rowHref={(other) => `/units/${other.id}`}
        columns={[
          { key: "code", header: t("code"), cell: (other) => other.code },
          {
            key: "side",
            header: t("relation"),
            cell: (other) => t(other.side === "before" ? "was" : "became"),
          },
          {
            key: "on",
            header: t("on"),
            cell: (other) => formats.date(other.side === "before" ? other.validTo : other.validFrom),
          },
          { key: "change", header: t("changeLabel"), cell: (other) => all(unitChangeLabel(other.change)) },
          { key: "area", header: t("area"), align: "end", cell: (other) => formats.area(other.area) },
          {
            key: "availability",
            header: t("availabilityLabel"),
            cell: (other) => all(availabilityLabel(other.availability)),
          },
        ]}
      />
    </>
  );
}
