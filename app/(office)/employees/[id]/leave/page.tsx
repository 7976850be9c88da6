import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { findEmployeeUnnamed } from "@/components/employees/find-employee";
import { FIRM_ROSTER } from "@/components/employees/firm-roster";
import { LeaveForm } from "@/components/employees/leave-form";
import { PageHeader } from "@/components/ui/page-header";
import { leadFirm } from "@/lib/platform/auth/firm";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { retentionMonths } from "@/lib/platform/jobs/settings";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("employees"))("leave") };
}

export default async function LeaveEmployeePage(props: Props) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("employees")]);
  await leadFirm(`${FIRM_ROSTER}/${id}/leave`);
  const { viewer, employee } = await findEmployeeUnnamed(id);
  if (!employee.can.leave) forbidden();
  const no = t("no", { number: String(employee.number) });
  return (
    <>
      <PageHeader
        title={t("leaveTitle", { no })}
        trail={[
          {
            href: `/enterprises/${employee.enterprise.id}/people`,
            label: nameOf(viewer.locale, employee.enterprise),
          },
          { href: `/employees/${id}`, label: no },
        ]}
      />
      <ClientMessages namespaces={["employees"]}>
        <LeaveForm id={id} version={employee.version} today={todayInZone()} months={retentionMonths()} />
      </ClientMessages>
    </>
  );
}
