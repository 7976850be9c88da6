import { AppLink } from "@/components/ui/app-link";
import { DescriptionList } from "@/components/ui/description-list";
import type { EmployeeDto } from "@/lib/domain/employees/dto";
import {
  degreeLabel,
  employmentLabel,
  jobCategoryLabel,
  permitClassLabel,
  talentGradeLabel,
} from "@/lib/domain/employees/labels";
import { countryName } from "@/lib/platform/i18n/countries";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";

/** All that is on the roster of one person. `own`: to the firm itself, which knows whose person it is. */
export async function EmployeeFacts({ employee, own = false }: { employee: EmployeeDto; own?: boolean }) {
  const [t, all, locale, formats] = await Promise.all([
    getTranslations("employees"),
    getTranslations(),
    currentLocale(),
    getFormats(),
  ]);
  const say = (key: string | null) => (key ? all(key) : null);
  const { jobCategory, degree, talentGrade, permitClass } = employee;
  const firm = {
    label: t("enterprise"),
    value: (
      <AppLink href={`/enterprises/${employee.enterprise.id}`}>{nameOf(locale, employee.enterprise)}</AppLink>
    ),
  };
  return (
    <DescriptionList
      items={[
        { label: t("name"), value: employee.name ?? (employee.purged ? null : t("withheld")) },
        { label: t("staffNo"), value: employee.staffNo },
        ...(own ? [] : [firm]),
        { label: t("park"), value: nameOf(locale, employee.park) },
        { label: t("jobCategoryLabel"), value: say(jobCategory && jobCategoryLabel(jobCategory)) },
        { label: t("employmentLabel"), value: say(employmentLabel(employee.employment)) },
        { label: t("intern"), value: all(employee.intern ? "common.yes" : "common.no") },
        { label: t("nationality"), value: countryName(locale, employee.nationality) },
        { label: t("degreeLabel"), value: say(degree && degreeLabel(degree)) },
        { label: t("talentGradeLabel"), value: say(talentGrade && talentGradeLabel(talentGrade)) },
        { label: t("permitClassLabel"), value: say(permitClass && permitClassLabel(permitClass)) },
        { label: t("permitExpiresOn"), value: formats.date(employee.permitExpiresOn) },
        { label: t("joinedOn"), value: formats.date(employee.joinedOn) },
        { label: t("leftOn"), value: formats.date(employee.leftOn) },
      ]}
    />
  );
}
