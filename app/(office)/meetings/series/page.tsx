import type { Metadata } from "next";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listSeries } from "@/lib/domain/meetings/queries";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("seriesTitle") };
}

export default async function SeriesPage() {
  const [viewer, t, formats] = await Promise.all([
    requireViewer(),
    getTranslations("meetings"),
    getFormats(),
  ]);
  const series = await listSeries(viewer);
  const add =
    reachesZone(viewer) && can(viewer, "meetings.createSeries") ? (
      <ButtonLink look="primary" href="/meetings/series/new">
        {t("newSeries")}
      </ButtonLink>
    ) : undefined;
  return (
    <>
      <PageHeader title={t("seriesTitle")} trail={[{ href: "/meetings", label: t("title") }]} action={add} />
      <DataTable
        label={t("seriesTitle")}
        rows={series}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("noSeries")} text={t("emptyText")} action={add} />}
        columns={[
          { key: "code", header: t("code"), cell: ({ code }) => code },
          {
            key: "name",
            header: t("series"),
            wrap: true,
            cell: (row) => (
              <AppLink href={`/meetings/series/${row.id}`}>{nameOf(viewer.locale, row)}</AppLink>
            ),
          },
          { key: "sessions", header: t("sessions"), align: "end", cell: ({ sessions }) => sessions },
          { key: "endedOn", header: t("endedOn"), cell: ({ endedOn }) => formats.date(endedOn) },
        ]}
      />
    </>
  );
}
