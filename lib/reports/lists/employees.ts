import "server-only";
import type { EmployeeDto } from "@/lib/domain/employees/dto";
import {
  degreeLabel,
  employmentLabel,
  jobCategoryLabel,
  permitClassLabel,
  talentGradeLabel,
} from "@/lib/domain/employees/labels";
import { listEmployeeIds, listEmployeesByIds } from "@/lib/domain/employees/queries";
import { employeeListSchema } from "@/lib/domain/employees/schema";
import { getNameSight } from "@/lib/domain/name-openings/queries";
import { forbidden } from "@/lib/platform/errors/app-error";
import { countryName } from "@/lib/platform/i18n/countries";
import { nameOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { ReportColumn } from "@/lib/reports/columns";
import type { ListFile, ListRequest } from "./serve";

type Columns = ReportColumn<EmployeeDto>[];

const before: Columns = [
  { key: "number", header: "employees.number", kind: "COUNT", value: (row) => row.number },
];
const name: Columns = [
  { key: "name", header: "employees.name", kind: "TEXT", value: (row) => row.name },
  { key: "staffNo", header: "employees.staffNo", kind: "TEXT", value: (row) => row.staffNo },
];
const after: Columns = [
  {
    key: "enterprise",
    header: "employees.enterprise",
    kind: "TEXT",
    value: (row, locale) => nameOf(locale, row.enterprise),
  },
  {
    key: "park",
    header: "employees.park",
    kind: "TEXT",
    value: (row, locale) => nameOf(locale, row.park),
  },
  label("jobCategory", (row) => row.jobCategory && jobCategoryLabel(row.jobCategory)),
  {
    key: "nationality",
    header: "employees.nationality",
    kind: "TEXT",
    value: (row, locale) => countryName(locale, row.nationality),
  },
  label("degree", (row) => row.degree && degreeLabel(row.degree)),
  label("talentGrade", (row) => row.talentGrade && talentGradeLabel(row.talentGrade)),
  label("permitClass", (row) => row.permitClass && permitClassLabel(row.permitClass)),
  {
    key: "permitExpiresOn",
    header: "employees.permitExpiresOn",
    kind: "DATE",
    value: (row) => row.permitExpiresOn,
  },
  label("employment", (row) => employmentLabel(row.employment)),
  {
    key: "intern",
    header: "employees.intern",
    kind: "LABEL",
    value: (row) => (row.intern ? "common.yes" : "common.no"),
  },
  { key: "joinedOn", header: "employees.joinedOn", kind: "DATE", value: (row) => row.joinedOn },
  { key: "leftOn", header: "employees.leftOn", kind: "DATE", value: (row) => row.leftOn },
];

function label(key: string, value: (row: EmployeeDto) => string | null): ReportColumn<EmployeeDto> {
  return { key, header: `employees.${key}Label`, kind: "LABEL", value };
}

const idsOf = ({ viewer, values, asOf }: ListRequest) =>
  listEmployeeIds(viewer, parseList(employeeListSchema, values), asOf);

/** The roster as a file: numbers, no names. */
export const employeeFile: ListFile<EmployeeDto> = {
  title: "employees.title",
  ids: idsOf,
  rows: ({ viewer }, ids) => listEmployeesByIds(viewer, ids),
  columns: () => [...before, ...after],
};

/** One firm's roster with its names, for whoever has opened them, or is the firm. @throws AppError FORBIDDEN */
export const employeeNamesFile: ListFile<EmployeeDto> = {
  title: "employees.title",
  ids: async (request) => {
    const { viewer, values } = request;
    const { enterprise } = parseList(employeeListSchema, values);
    const sight = enterprise ? await getNameSight(viewer, enterprise) : null;
    const mine = viewer.enterpriseIds !== null;
    if (!mine && !sight?.open) throw forbidden();
    return idsOf(request);
  },
  rows: ({ viewer }, ids) => listEmployeesByIds(viewer, ids, "FILE"),
  columns: () => [...before, ...name, ...after],
};
