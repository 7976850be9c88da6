import { getTranslations } from "next-intl/server";
import { ListTable, type ListTableProps } from "@/components/lists/list-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ParkListItem } from "@/lib/domain/parks/queries";
import { firstValues } from "@/lib/platform/paging/list-params";
import { parkList } from "@/lib/reports/lists/parks";

/** Parks with how many buildings and units each has. */
export async function ParkTable(
  props: Omit<ListTableProps<ParkListItem>, "pathname"> & { mayCreate: boolean },
) {
  const { mayCreate, ...rest } = props;
  const t = await getTranslations("parks");
  const { query, status } = firstValues(props.searchParams);
  const empty =
    query || status ? (
      <EmptyState title={t("noneMatch")} />
    ) : (
      <EmptyState
        title={t("emptyTitle")}
        text={t("emptyText")}
        action={mayCreate ? <ButtonLink href="/parks/new">{t("new")}</ButtonLink> : undefined}
      />
    );
  return <ListTable {...rest} list={parkList} pathname="/parks" empty={empty} />;
}
