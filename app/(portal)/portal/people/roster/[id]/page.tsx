import type { Metadata } from "next";
import styles from "@/components/change-requests/portal.module.css";
import { PortalPage } from "@/components/change-requests/portal-page";
import { EmployeeFacts } from "@/components/employees/employee-facts";
import { FIRM_ROSTER, findOwnEmployee } from "@/components/employees/firm-roster";
import { ButtonLink } from "@/components/ui/button";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

/** A number: a title stands in the browser's history and in its list of tabs. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const { employee } = await findOwnEmployee((await props.params).id);
  return { title: (await getTranslations("employees"))("no", { number: String(employee.number) }) };
}

/** One of the firm's people, and what may be done. */
export default async function OwnEmployeePage(props: Props) {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("employees")]);
  const { employee } = await findOwnEmployee(id);
  const { can, ...row } = employee;
  const no = t("no", { number: String(row.number) });
  return (
    <PortalPage
      title={row.name ?? no}
      trail={[{ href: FIRM_ROSTER, label: t("portal.title") }]}
      help={row.purged ? t("portal.purged") : row.name ? no : undefined}
    >
      <EmployeeFacts employee={row} own />
      {can.update || can.leave ? (
        <div className={styles.verbs}>
          {can.update ? (
            <ButtonLink look="primary" href={`${FIRM_ROSTER}/${id}/edit`}>
              {t("portal.edit")}
            </ButtonLink>
          ) : null}
          {can.leave ? (
            <ButtonLink href={`${FIRM_ROSTER}/${id}/leave`}>{t("portal.leave")}</ButtonLink>
          ) : null}
        </div>
      ) : null}
    </PortalPage>
  );
}
