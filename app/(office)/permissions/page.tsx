import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { DataTable } from "@/components/ui/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { can, permissions } from "@/lib/domain/permissions";
import { roleLabels } from "@/lib/domain/users/labels";
import { roles } from "@/lib/domain/users/schema";
import { requireViewer } from "@/lib/platform/auth/session";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("permissions.title") };
}

/** The matrix itself, so that what is shown is what is enforced. */
export default async function PermissionsPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations()]);
  if (!can(viewer, "users.read")) forbidden();
  const rows = Object.entries(permissions).map(([verb, allowed]) => ({
    verb,
    allowed: allowed as readonly string[],
  }));
  return (
    <>
      <PageHeader
        title={t("settings.permissions.title")}
        trail={[{ href: "/settings", label: t("settings.title") }]}
      />
      <p>{t("settings.permissions.reach")}</p>
      <DataTable
        label={t("settings.permissions.title")}
        rows={rows}
        rowKey={(row) => row.verb}
        columns={[
          { key: "verb", header: t("settings.permissions.verb"), cell: (row) => <code>{row.verb}</code> },
          ...roles.map((role) => ({
            key: role,
            header: t(roleLabels[role]),
            cell: (row: (typeof rows)[number]) =>
              row.allowed.includes(role) ? t("settings.permissions.yes") : <span aria-hidden="true">·</span>,
          })),
        ]}
      />
    </>
  );
}
