import { getTranslations } from "next-intl/server";
import { ListTable, type ListTableProps } from "@/components/lists/list-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { BuildingListItem } from "@/lib/domain/buildings/queries";
import { firstValues } from "@/lib/platform/paging/list-params";
import { buildingList } from "@/lib/reports/lists/buildings";

/** Buildings with their floors and how many units each has. */
export async function BuildingTable(props: ListTableProps<BuildingListItem>) {
  const t = await getTranslations("buildings");
  const { query, park } = firstValues(props.searchParams);
  const empty =
    query || park ? (
      <EmptyState title={t("noneMatch")} />
    ) : (
      <EmptyState title={t("empty")} text={t("emptyText")} />
    );
  return <ListTable {...props} list={buildingList} empty={empty} />;
}
