import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { RevokeToken } from "@/components/tokens/revoke-token";
import { TokenForm } from "@/components/tokens/token-form";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { listTokens } from "@/lib/domain/tokens/queries";
import { roleLabels } from "@/lib/domain/users/labels";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tokens"))("title") };
}

export default async function TokensPage() {
  const [viewer, t, formats] = await Promise.all([requireViewer(), getTranslations(), getFormats()]);
  if (!can(viewer, "tokens.read")) forbidden();
  const tokens = await listTokens(viewer);
  return (
    <>
      <PageHeader
        title={t("tokens.title")}
        trail={[{ href: "/settings", label: t("settings.title") }]}
        action={<a href="/api/docs">{t("tokens.docs")}</a>}
      />
      <ClientMessages namespaces={["tokens", "users"]}>
        <TokenForm />
        <DataTable
          label={t("tokens.title")}
          rows={tokens}
          rowKey={(token) => token.id}
          empty={<EmptyState title={t("tokens.empty")} />}
          columns={[
            { key: "name", header: t("tokens.name"), cell: (token) => token.name, wrap: true },
            { key: "role", header: t("tokens.roleLabel"), cell: (token) => t(roleLabels[token.role]) },
            {
              key: "mayWrite",
              header: t("tokens.access"),
              cell: (token) => t(token.mayWrite ? "tokens.readsAndWrites" : "tokens.readsOnly"),
            },
            { key: "person", header: t("tokens.person"), cell: (token) => token.person, wrap: true },
            { key: "hint", header: t("tokens.hint"), cell: (token) => <code>{token.hint}</code> },
            {
              key: "createdAt",
              header: t("tokens.createdAt"),
              cell: (token) => formats.dateTime(token.createdAt),
            },
            {
              key: "status",
              header: t("tokens.statusLabel"),
              cell: (token) => (
                <Badge tone={token.revokedAt ? "bad" : "good"}>
                  {t(token.revokedAt ? "tokens.revoked" : "tokens.live")}
                </Badge>
              ),
            },
            {
              key: "revoke",
              header: <span className="visually-hidden">{t("tokens.revoke")}</span>,
              cell: (token) => (token.revokedAt ? null : <RevokeToken id={token.id} name={token.name} />),
            },
          ]}
        />
      </ClientMessages>
    </>
  );
}
