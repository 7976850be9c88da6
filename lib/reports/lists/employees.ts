import "server-only";
import type { EmployeeDto } from "@/lib/domain/employees/dto";
import {
  degreeLabel,
  employmentLabel,
  jobCategoryLabel,
  permitClassLabel,
  personNumberLabel,
  talentGradeLabel,
} from "@/lib/domain/employees/labels";
import { listEmployeeIds, listEmployeesByIds } from "@/lib/domain/employees/queries";
import { employeeListSchema } from "@/lib/domain/employees/schema";
import { getNameSight } from "@/lib/domain/name-openings/queries";
import { wordsFor } from "@/lib/platform/api/words";
import { forbidden } from "@/lib/platform/errors/app-error";
import { countryName } from "@/lib/platform/i18n/countries";
import type { Locale } from "@/lib/platform/i18n/locales";
import { nameOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { List, ListColumn, ListRequest } from "./list";

type Columns = ListColumn<EmployeeDto>[];

async function number(locale: Locale): Promise<Columns> {
  const t = await wordsFor(locale);
  return [
    {
      key: "number",
      header: "employees.number",
      kind: "COUNT",
      sort: "number",
      words: (row) => t(personNumberLabel, { number: String(row.number) }),
      value: (row) => row.number,
    },
  ];
}
const names: Columns = [
  { key: "name", header: "employees.name", kind: "TEXT", value: (row) => row.name, wrap: true },
  { key: "staffNo", header: "employees.staffNo", kind: "TEXT", value: (row) => row.staffNo, hidden: true },
];
const rest: Columns = [
  {
    key: "enterprise",
    header: "employees.enterprise",
    kind: "TEXT",
    value: (row, locale) => nameOf(locale, row.enterprise),
    wrap: true,
  },
  { key: "park", header: "employees.park", kind: "TEXT", value: (row) => row.park.code },
  label("jobCategory", (row) => row.jobCategory && jobCategoryLabel(row.jobCategory)),
  {
    key: "nationality",
    header: "employees.nationality",
    kind: "TEXT",
    value: (row, locale) => countryName(locale, row.nationality),
  },
  label("employment", (row) => employmentLabel(row.employment)),
  {
    key: "intern",
    header: "employees.intern",
    kind: "LABEL",
    value: (row) => (row.intern ? "common.yes" : null),
  },
  {
    key: "permitExpiresOn",
    header: "employees.permitExpiresOn",
    kind: "DATE",
    sort: "permitExpiresOn",
    value: (row) => row.permitExpiresOn,
  },
  {
    key: "joinedOn",
    header: "employees.joinedOn",
    kind: "DATE",
    sort: "joinedOn",
    value: (row) => row.joinedOn,
  },
  { key: "leftOn", header: "employees.leftOn", kind: "DATE", value: (row) => row.leftOn },
  { ...label("degree", (row) => row.degree && degreeLabel(row.degree)), hidden: true },
  { ...label("talentGrade", (row) => row.talentGrade && talentGradeLabel(row.talentGrade)), hidden: true },
  { ...label("permitClass", (row) => row.permitClass && permitClassLabel(row.permitClass)), hidden: true },
];

function label(key: string, value: (row: EmployeeDto) => string | null): ListColumn<EmployeeDto> {
  return { key, header: `employees.${key}Label`, kind: "LABEL", value };
}

const idsOf = ({ viewer, values, asOf }: ListRequest) =>
  listEmployeeIds(viewer, parseList(employeeListSchema, values), asOf);

/** The roster: numbers, no names. */
export const employeeList: List<EmployeeDto> = {
  noun: "employees",
  title: "employees.title",
  href: (row) => `/employees/${row.id}`,
  ids: idsOf,
  rows: ({ viewer }, ids) => listEmployeesByIds(viewer, ids),
  columns: async ({ locale }) => [...(await number(locale)), ...rest],
};

/** One firm's roster with its names, for whoever has opened them, or is the firm. @throws AppError FORBIDDEN */
export const namedEmployeeList: List<EmployeeDto> = {
  ...employeeList,
  ids: async (request) => {
    const { viewer, values } = request;
    const { enterprise } = parseList(employeeListSchema, values);
    const sight = enterprise ? await getNameSight(viewer, enterprise) : null;
    const mine = viewer.enterpriseIds !== null;
    if (!mine && !sight?.open) throw forbidden();
    return idsOf(request);
  },
  rows: ({ viewer }, ids) => listEmployeesByIds(viewer, ids, "FILE"),
  columns: async ({ locale }) => [...(await number(locale)), ...names, ...rest],
};
