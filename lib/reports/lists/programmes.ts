import "server-only";
import type { ProgrammeDto } from "@/lib/domain/programmes/dto";
import { listProgrammeIds, listProgrammesByIds } from "@/lib/domain/programmes/queries";
import { programmeListSchema } from "@/lib/domain/programmes/schema";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import { listProgrammeFigures } from "@/lib/reports/programmes/facts";
import { programmeRagKinds } from "@/lib/reports/programmes/rag-kinds";
import type { ProgrammeFigures } from "@/lib/reports/programmes/types";
import type { List, ListColumn } from "./list";

export type ProgrammeRow = ProgrammeDto & { figures: ProgrammeFigures | null };

const beside = (key: "planned" | "dropped" | "placed"): ListColumn<ProgrammeRow> => ({
  key,
  header: `programmes.${key}`,
  kind: "COUNT",
  hidden: true,
  value: ({ figures }) => figures?.[key] ?? null,
});

export const programmeList: List<ProgrammeRow> = {
  noun: "programmes",
  title: "programmes.title",
  href: (programme) => `/programmes/${programme.id}`,
  ids: ({ viewer, values }) => listProgrammeIds(viewer, parseList(programmeListSchema, values)),
  rows: async ({ viewer, asOf }, ids) => withFigures(viewer, await listProgrammesByIds(viewer, ids), asOf),
  columns: () => [
    { key: "code", header: "programmes.code", kind: "TEXT", value: ({ code }) => code, sort: "code" },
    {
      key: "name",
      header: "programmes.name",
      kind: "TEXT",
      value: (programme, locale) => nameOf(locale, programme),
      sort: "name",
      wrap: true,
    },
    {
      key: "institute",
      header: "programmes.institute",
      kind: "TEXT",
      value: ({ institute }, locale) => (institute ? nameOf(locale, institute) : null),
      wrap: true,
    },
    {
      key: "years",
      header: "programmes.years",
      kind: "TEXT",
      value: ({ firstYear, lastYear }) => `${firstYear}–${lastYear}`,
      sort: "firstYear",
    },
    {
      key: "target",
      header: "programmes.target",
      kind: "COUNT",
      value: ({ target }) => target,
      sort: "target",
    },
    {
      key: "trained",
      header: "programmes.trained",
      kind: "COUNT",
      value: ({ figures }) => figures?.trained ?? null,
    },
    {
      key: "attainment",
      header: "programmes.attainment",
      kind: "RATE",
      value: ({ figures }) => figures?.attainment ?? null,
    },
    { key: "path", header: "programmes.path", kind: "RATE", value: ({ figures }) => figures?.path ?? null },
    {
      key: "enrolled",
      header: "programmes.enrolled",
      kind: "COUNT",
      value: ({ figures }) => figures?.enrolled ?? null,
    },
    {
      key: "rag",
      header: "programmes.rag",
      kind: "LABEL",
      value: ({ figures }) => `programmes.rags.${figures?.rag ?? "GREY"}`,
      mark: ({ figures }) => programmeRagKinds[figures?.rag ?? "GREY"],
    },
    beside("planned"),
    beside("dropped"),
    beside("placed"),
    {
      key: "agreement",
      header: "programmes.agreement",
      kind: "TEXT",
      hidden: true,
      value: ({ agreement }, locale) => (agreement ? titleOf(locale, agreement) : null),
      wrap: true,
    },
    { key: "owner", header: "programmes.owner", kind: "TEXT", hidden: true, value: ({ owner }) => owner },
  ],
};

/** Programmes with their figures on a day: one more query, however many rows. */
export async function withFigures(
  viewer: Viewer,
  programmes: ProgrammeDto[],
  asOf: CivilDate,
): Promise<ProgrammeRow[]> {
  const figures = await listProgrammeFigures(
    viewer,
    programmes.map(({ id }) => id),
    asOf,
  );
  return programmes.map((programme) => ({ ...programme, figures: figures.get(programme.id) ?? null }));
}
