import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { getEmployee } from "@/lib/domain/employees/queries";
import { nameOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";

type Employee = NonNullable<Awaited<ReturnType<typeof getEmployee>>>;

/** The head of every page of one person: a number, never a name. */
export async function EmployeeHeader({ employee, side }: { employee: Employee; side: string }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const base = `/employees/${employee.id}`;
  const title = t("employees.no", { number: String(employee.number) });
  const { can } = employee;
  return (
    <>
      <PageHeader
        title={title}
        trail={[
          {
            href: `/enterprises/${employee.enterprise.id}/people`,
            label: nameOf(locale, employee.enterprise),
          },
          { href: `/employees?enterprise=${employee.enterprise.id}`, label: t("employees.roster") },
        ]}
        beside={employee.purged ? <Badge>{t("employees.purged")}</Badge> : undefined}
        action={
          can.update ? (
            <ButtonLink look="primary" href={`${base}/edit`}>
              {t("employees.edit")}
            </ButtonLink>
          ) : undefined
        }
        more={can.leave ? <AppLink href={`${base}/leave`}>{t("employees.leave")}</AppLink> : undefined}
      />
      {can.history ? (
        <Tabs
          label={title}
          current={base + side}
          tabs={[
            { href: base, label: t("common.overview") },
            { href: `${base}/history`, label: t("common.history") },
          ]}
        />
      ) : null}
    </>
  );
}
