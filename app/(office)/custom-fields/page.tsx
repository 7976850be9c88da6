import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { CustomFieldTable } from "@/components/custom-fields/custom-field-table";
import styles from "@/components/custom-fields/custom-fields.module.css";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { customFieldSubjectLabel } from "@/lib/domain/custom-fields/labels";
import { listCustomFields } from "@/lib/domain/custom-fields/queries";
import { customFieldSubjects } from "@/lib/domain/custom-fields/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("custom-fields"))("title") };
}

export default async function CustomFieldsPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations()]);
  if (!can(viewer, "custom-fields.read")) forbidden();
  const fields = await listCustomFields(viewer);
  return (
    <>
      <PageHeader
        title={t("custom-fields.title")}
        trail={[{ href: "/settings", label: t("settings.title") }]}
        action={
          <ButtonLink look="primary" href="/custom-fields/new">
            {t("custom-fields.new")}
          </ButtonLink>
        }
      />
      <p className={styles.intro}>{t("custom-fields.intro")}</p>
      {customFieldSubjects.map((subject) => {
        const label = t(customFieldSubjectLabel(subject));
        return (
          <div key={subject}>
            <div className={styles.head}>
              <h2>{label}</h2>
              <ButtonLink href={`/custom-fields/new?subject=${subject}`}>
                {t("custom-fields.add", { subject: label })}
              </ButtonLink>
            </div>
            <CustomFieldTable label={label} fields={fields.filter((field) => field.subject === subject)} />
          </div>
        );
      })}
    </>
  );
}
