import { z } from "zod";
import type { ProgrammeDto } from "@/lib/domain/programmes/dto";
import { getProgramme, listProgrammes } from "@/lib/domain/programmes/queries";
import { programmeListSchema } from "@/lib/domain/programmes/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import { getProgrammeFigures, listProgrammeFigures } from "@/lib/reports/programmes/facts";
import type { ProgrammeFigures } from "@/lib/reports/programmes/types";
import {
  asOfQuery,
  dateShape,
  dayOf,
  firmShape,
  instantOf,
  knownAtQuery,
  listShape,
  namesShape,
  rateShape,
  toNames,
  uuidShape,
} from "./shapes";

const people = z.int();
export const agreementShape = z.object({ id: uuidShape, code: z.string(), ...namesShape });

const programmeShape = z.object({
  id: uuidShape,
  code: z.string(),
  ...namesShape,
  institute: firmShape.nullable(),
  agreement: agreementShape.nullable(),
  target: people,
  firstYear: z.int(),
  lastYear: z.int(),
  noteZh: z.string().nullable(),
  noteEn: z.string().nullable(),
  owner: z.string().nullable(),
  version: z.int(),
  ...{ trained: people, enrolled: people, planned: people, dropped: people, placed: people },
  attainment: rateShape,
  pathYear: z.int().nullable(),
  expected: z.number(),
  path: rateShape,
  pace: rateShape,
  rag: z.enum(["GREEN", "AMBER", "RED", "GREY"]),
  reasons: z.array(z.looseObject({ code: z.string() })),
});

const yearShape = z.object({
  year: z.int(),
  path: z.number(),
  expected: z.number(),
  trained: people.nullable(),
  cohort: z
    .object({
      year: z.int(),
      path: people.nullable(),
      ...{ planned: people, enrolled: people, completed: people, dropped: people, placed: people },
      reportedOn: dateShape,
      source: z.string().nullable(),
    })
    .nullable(),
});

export const programmes = defineRoute({
  id: "listProgrammes",
  path: "/programmes",
  tag: "programmes",
  query: z.object({
    query: z.string().max(200).optional(),
    institute: uuidShape.optional(),
    agreement: uuidShape.optional(),
    ...asOfQuery,
    ...knownAtQuery,
    ...listQuery,
  }),
  answer: listShape(programmeShape),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const filters = programmeListSchema.parse({ ...query, page: place.page, pageSize: place.limit });
    const { rows, total } = await listProgrammes(viewer, filters);
    const ids = rows.map(({ id }) => id);
    const figures = await listProgrammeFigures(viewer, ids, dayOf(query.asOf), instantOf(query.knownAt));
    return {
      items: rows.flatMap((row) => {
        const found = figures.get(row.id);
        return found ? [toProgramme(row, found)] : [];
      }),
      nextCursor: toNextCursor(place, total),
    };
  },
});

export const programme = defineRoute({
  id: "getProgramme",
  path: "/programmes/{id}",
  tag: "programmes",
  params: z.object({ id: uuidShape }),
  query: z.object({ ...asOfQuery, ...knownAtQuery }),
  answer: programmeShape.extend({ years: z.array(yearShape) }),
  handle: async (viewer, { params, query }) => {
    const row = await getProgramme(viewer, params.id);
    const figures = await getProgrammeFigures(viewer, params.id, dayOf(query.asOf), instantOf(query.knownAt));
    if (!row || !figures) throw notFound();
    return { ...toProgramme(row, figures), years: figures.years };
  },
});

function toProgramme(row: ProgrammeDto, { years: _, ...figures }: ProgrammeFigures) {
  const { id, code, target, firstYear, lastYear, noteZh, noteEn, owner, version } = row;
  return {
    ...{ id, code, ...toNames(row), target, firstYear, lastYear, noteZh, noteEn, owner, version },
    institute: row.institute && { id: row.institute.id, ...toNames(row.institute) },
    agreement: row.agreement && toAgreementNames(row.agreement),
    ...figures,
  };
}

export function toAgreementNames(agreement: {
  id: string;
  code: string;
  titleZh: string | null;
  titleEn: string | null;
}) {
  const { id, code, titleZh, titleEn } = agreement;
  return { id, code, ...toNames({ nameZh: titleZh, nameEn: titleEn }) };
}
