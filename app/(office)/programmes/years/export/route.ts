import { getProgramme } from "@/lib/domain/programmes/queries";
import { notFound } from "@/lib/platform/errors/app-error";
import { toCells, toFileColumns } from "@/lib/reports/columns";
import { serveTable } from "@/lib/reports/lists/serve";
import { programmeYearColumns } from "@/lib/reports/programmes/columns";
import { getProgrammeFigures } from "@/lib/reports/programmes/facts";

/** A programme (`?programme=`) year by year on a day, as a workbook or CSV. */
export const GET = serveTable(async ({ viewer, values, asOf }, locale, say) => {
  const programme = await getProgramme(viewer, values.programme ?? "");
  const figures = programme && (await getProgrammeFigures(viewer, programme.id, asOf));
  if (!programme || !figures) throw notFound();
  return {
    name: `${programme.code} ${say("programmes.byYear")}`,
    columns: toFileColumns(programmeYearColumns, say),
    rows: figures.years.map((row) => toCells(programmeYearColumns, row, locale, say)),
  };
});
