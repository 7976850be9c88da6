import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { EnterpriseFormPage } from "@/components/enterprises/enterprise-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("enterprises"))("edit") };
}

export default async function EditEnterprisePage(props: { params: Promise<{ id: string }> }) {
  const [viewer, { id }, t] = await Promise.all([
    requireViewer(),
    props.params,
    getTranslations("enterprises"),
  ]);
  const found = await getEnterprise(viewer, id);
  if (!found) notFound();
  const { can, ...enterprise } = found;
  if (!can.update) forbidden();
  const trail = [
    { href: "/enterprises", label: t("title") },
    { href: `/enterprises/${id}`, label: nameOf(viewer.locale, enterprise) },
  ];
  return (
    <>
      <PageHeader title={t("edit")} trail={trail} />
      <EnterpriseFormPage viewer={viewer} enterprise={enterprise} />
    </>
  );
}
