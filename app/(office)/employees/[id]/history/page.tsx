import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { EmployeeHeader } from "@/components/employees/employee-header";
import { findEmployeeUnnamed } from "@/components/employees/find-employee";
import { RecordHistory } from "@/components/history/record-history";
import { listHistory } from "@/lib/platform/change-sets/history";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { employee } = await findEmployeeUnnamed((await props.params).id);
  return { title: (await getTranslations("employees"))("no", { number: String(employee.number) }) };
}

/** What became of a row. Names are no part of it: they are never written into history. */
export default async function EmployeeHistoryPage(props: Props) {
  const { id } = await props.params;
  const { employee } = await findEmployeeUnnamed(id);
  if (!employee.can.history) forbidden();
  return (
    <>
      <EmployeeHeader employee={employee} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="employees" />
    </>
  );
}
