import { getTranslations } from "next-intl/server";
import { ListTable, type ListTableProps } from "@/components/lists/list-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { EnterpriseListItem } from "@/lib/domain/enterprises/queries-list";
import { firstValues } from "@/lib/platform/paging/list-params";
import { enterpriseList } from "@/lib/reports/lists/enterprises";

const filters = ["query", "cluster", "stage", "missing", "park", "country"];

/** Firms with the area they hold and the people they declared by the day. */
export async function EnterpriseTable(
  props: Omit<ListTableProps<EnterpriseListItem>, "pathname"> & {
    mayCreate: boolean;
    /** Beyond the filters that its own address sets. */
    narrowed?: boolean;
  },
) {
  const { mayCreate, narrowed, ...rest } = props;
  const t = await getTranslations("enterprises");
  const values = firstValues(props.searchParams);
  const empty =
    narrowed || filters.some((name) => values[name]) ? (
      <EmptyState title={t("noneMatch")} />
    ) : (
      <EmptyState
        title={t("emptyTitle")}
        text={t("emptyText")}
        action={mayCreate ? <ButtonLink href="/enterprises/new">{t("new")}</ButtonLink> : undefined}
      />
    );
  return <ListTable {...rest} list={enterpriseList} pathname="/enterprises" empty={empty} />;
}
