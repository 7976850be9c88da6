import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PortalPage } from "@/components/change-requests/portal-page";
import { FIRM_ROSTER, findOwnEmployee } from "@/components/employees/firm-roster";
import { LeaveForm } from "@/components/employees/leave-form";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { retentionMonths } from "@/lib/platform/jobs/settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("employees.portal"))("leave") };
}

/** Somebody leaves. */
export default async function LeaveOwnEmployeePage(props: { params: Promise<{ id: string }> }) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("employees")]);
  const { employee } = await findOwnEmployee(id);
  if (!employee.can.leave) forbidden();
  const who = employee.name ?? t("no", { number: String(employee.number) });
  return (
    <PortalPage
      title={t("portal.leave")}
      trail={[
        { href: FIRM_ROSTER, label: t("portal.title") },
        { href: `${FIRM_ROSTER}/${id}`, label: who },
      ]}
    >
      <ClientMessages namespaces={["employees"]}>
        <LeaveForm
          id={id}
          version={employee.version}
          today={todayInZone()}
          months={retentionMonths()}
          at={FIRM_ROSTER}
        />
      </ClientMessages>
    </PortalPage>
  );
}
