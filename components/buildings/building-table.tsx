import { ListTable, type ListTableProps } from "@/components/lists/list-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { BuildingListItem } from "@/lib/domain/buildings/queries";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { buildingList } from "@/lib/reports/lists/buildings";

/** The buildings of a park, all of them. */
export async function BuildingTable(props: ListTableProps<BuildingListItem>) {
  const t = await getTranslations("buildings");
  const empty = <EmptyState title={t("empty")} text={t("emptyText")} />;
  return <ListTable {...props} list={buildingList} empty={empty} />;
}
