import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { can } from "@/lib/domain/permissions";
import { roleLabels, userStatusLabels } from "@/lib/domain/users/labels";
import { listUsers } from "@/lib/domain/users/queries";
import { roles, userListSchema, userStatuses } from "@/lib/domain/users/schema";
import { requireViewer } from "@/lib/platform/auth/session";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("title") };
}

export default async function UsersPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  if (!can(viewer, "users.read")) forbidden();
  const params = parseList(userListSchema, searchParams);
  const { rows, total } = await listUsers(viewer, params);
  const roleOptions = roles.map((value) => ({ value, label: t(roleLabels[value]) }));
  const statusOptions = userStatuses.map((value) => ({ value, label: t(userStatusLabels[value]) }));
  return (
    <>
      <PageHeader
        title={t("users.title")}
        trail={[{ href: "/settings", label: t("settings.title") }]}
        action={
          <ButtonLink look="primary" href="/users/new">
            {t("users.new")}
          </ButtonLink>
        }
      />
      <FilterBar
        pathname="/users"
        searchParams={searchParams}
        fields={[
          { name: "query", label: t("users.search"), type: "search" },
          { name: "role", label: t("users.roleLabel"), type: "select", options: roleOptions },
          { name: "status", label: t("users.statusLabel"), type: "select", options: statusOptions },
        ]}
      />
      <DataTable
        label={t("users.title")}
        rows={rows}
        rowKey={(user) => user.id}
        rowHref={(user) => `/users/${user.id}`}
        sort={params.sort}
        searchParams={searchParams}
        pathname="/users"
        empty={<EmptyState title={t("users.empty")} />}
        columns={[
          { key: "name", header: t("users.name"), sort: "name", cell: (user) => user.name, wrap: true },
          { key: "email", header: t("users.email"), sort: "email", cell: (user) => user.email },
          {
            key: "role",
            header: t("users.roleLabel"),
            sort: "role",
            cell: (user) => t(roleLabels[user.role]),
          },
          {
            key: "status",
            header: t("users.statusLabel"),
            cell: (user) => (
              <Badge
                tone={user.status === "ACTIVE" ? "good" : user.status === "SUSPENDED" ? "bad" : "neutral"}
              >
                {t(userStatusLabels[user.status])}
              </Badge>
            ),
          },
          {
            key: "reach",
            header: t("users.reach"),
            wrap: true,
            cell: (user) =>
              [...user.parks, ...user.enterprises].map((place) => nameOf(viewer.locale, place)).join(", ") ||
              (user.role === "ENTERPRISE" ? "" : t("users.allParks")),
          },
        ]}
      />
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname="/users"
      />
    </>
  );
}
