import { EmployeeForm } from "@/components/employees/employee-form";
import type { EmployeeDto } from "@/lib/domain/employees/dto";
import { listRosterParks } from "@/lib/domain/employees/queries-parks";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { commonCountries, countryName } from "@/lib/platform/i18n/countries";
import { nameOf } from "@/lib/platform/i18n/names";

/** The form with what it offers to choose from. */
export async function EmployeeFormPage(props: {
  viewer: Viewer;
  enterpriseId: string;
  employee?: EmployeeDto;
  /** Where the roster is that it belongs to; the office's unless told. */
  at?: string;
}) {
  const { viewer, enterpriseId, employee, at } = props;
  const parks = employee ? [] : await listRosterParks(viewer, enterpriseId);
  const codes = new Set<string>([
    ...commonCountries,
    ...(employee?.nationality ? [employee.nationality] : []),
  ]);
  return (
    <ClientMessages namespaces={["employees"]}>
      <EmployeeForm
        employee={employee}
        enterpriseId={enterpriseId}
        at={at}
        parks={parks.map((park) => ({ value: park.id, label: nameOf(viewer.locale, park) }))}
        countries={[...codes].map((code) => ({
          value: code,
          label: countryName(viewer.locale, code) ?? code,
        }))}
        today={todayInZone()}
      />
    </ClientMessages>
  );
}
