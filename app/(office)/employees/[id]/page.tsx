import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmployeeHeader } from "@/components/employees/employee-header";
import { findEmployee, findEmployeeUnnamed } from "@/components/employees/find-employee";
import { AppLink } from "@/components/ui/app-link";
import { DescriptionList } from "@/components/ui/description-list";
import {
  degreeLabel,
  employmentLabel,
  jobCategoryLabel,
  permitClassLabel,
  talentGradeLabel,
} from "@/lib/domain/employees/labels";
import { countryName } from "@/lib/platform/i18n/countries";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

/** A number: a title stands in the browser's history and in its list of tabs. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const { employee } = await findEmployeeUnnamed((await props.params).id);
  return { title: (await getTranslations("employees"))("no", { number: String(employee.number) }) };
}

export default async function EmployeePage(props: Props) {
  const [{ id }, t, all, formats] = await Promise.all([
    props.params,
    getTranslations("employees"),
    getTranslations(),
    getFormats(),
  ]);
  const { viewer, employee } = await findEmployee(id);
  const say = (key: string | null) => (key ? all(key) : null);
  const { jobCategory, degree, talentGrade, permitClass } = employee;
  return (
    <>
      <EmployeeHeader employee={employee} side="" />
      <DescriptionList
        items={[
          { label: t("name"), value: employee.name ?? (employee.purged ? null : t("withheld")) },
          { label: t("staffNo"), value: employee.staffNo },
          {
            label: t("enterprise"),
            value: (
              <AppLink href={`/enterprises/${employee.enterprise.id}`}>
                {nameOf(viewer.locale, employee.enterprise)}
              </AppLink>
            ),
          },
          { label: t("park"), value: nameOf(viewer.locale, employee.park) },
          { label: t("jobCategoryLabel"), value: say(jobCategory && jobCategoryLabel(jobCategory)) },
          { label: t("employmentLabel"), value: say(employmentLabel(employee.employment)) },
          { label: t("intern"), value: all(employee.intern ? "common.yes" : "common.no") },
          { label: t("nationality"), value: countryName(viewer.locale, employee.nationality) },
          { label: t("degreeLabel"), value: say(degree && degreeLabel(degree)) },
          { label: t("talentGradeLabel"), value: say(talentGrade && talentGradeLabel(talentGrade)) },
          { label: t("permitClassLabel"), value: say(permitClass && permitClassLabel(permitClass)) },
          { label: t("permitExpiresOn"), value: formats.date(employee.permitExpiresOn) },
          { label: t("joinedOn"), value: formats.date(employee.joinedOn) },
          { label: t("leftOn"), value: formats.date(employee.leftOn) },
        ]}
      />
    </>
  );
}
