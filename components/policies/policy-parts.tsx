import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { policyStateLabel } from "@/lib/domain/policies/labels";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import type { Policy } from "./policy-header";

/** What a rule system groups, with how each stands on the day. */
export async function PolicyParts({ policy, searchParams }: { policy: Policy; searchParams: SearchParams }) {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  return (
    <DataTable
      label={t("policies.parts")}
      rows={policy.parts}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/policies/${id}`}
      searchParams={searchParams}
      empty={<EmptyState title={t("policies.noParts")} />}
      totalLabel={t("ui.total", { total: policy.parts.length })}
      columns={[
        { key: "code", header: t("policies.code"), cell: ({ code }) => code },
        { key: "title", header: t("policies.titleLabel"), wrap: true, cell: (part) => titleOf(locale, part) },
        { key: "state", header: t("policies.stateLabel"), cell: ({ state }) => t(policyStateLabel(state)) },
      ]}
    />
  );
}
