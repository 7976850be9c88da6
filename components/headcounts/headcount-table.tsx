import { getTranslations } from "next-intl/server";
import { ListTable, type ListTableProps } from "@/components/lists/list-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { HeadcountDto } from "@/lib/domain/headcounts/dto";
import { headcountList } from "@/lib/reports/lists/headcounts";

/** What one firm declared, newest first. */
export async function HeadcountTable(props: ListTableProps<HeadcountDto> & { mayOpen: boolean }) {
  const { mayOpen, ...rest } = props;
  const t = await getTranslations("headcounts");
  return (
    <ListTable
      {...rest}
      list={headcountList}
      opens={mayOpen}
      without={["enterprise"]}
      empty={<EmptyState title={t("empty")} />}
    />
  );
}
