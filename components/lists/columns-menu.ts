import type { ChoiceList } from "@/lib/domain/views/schema";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { carriedFrom } from "@/lib/platform/paging/carry";
import { USUAL } from "@/lib/platform/paging/columns";
import { hrefWith } from "@/lib/platform/paging/href";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";
import { headerOf } from "@/lib/reports/columns";
import type { ListColumn } from "@/lib/reports/lists/list";
import type { ColumnsSheetProps } from "./columns-sheet";

/** Which columns a list has, and in which order: what the sheet is told, with a GET form in it. */
export async function toColumnsSheet<Row>(props: {
  list: ChoiceList;
  all: ListColumn<Row>[];
  shown: ListColumn<Row>[];
  searchParams: SearchParams;
  pathname: string;
  /** An arrow of the form was pressed without JavaScript: there may be more to move. */
  open: boolean;
}): Promise<ColumnsSheetProps> {
  const { all, shown, searchParams, pathname } = props;
  const t = await getTranslations();
  const values = firstValues(searchParams);
  const rest = all.filter((column) => !shown.includes(column));
  return {
    name: t("views.columns"),
    open: props.open,
    form: {
      list: props.list,
      action: pathname,
      kept: Object.entries(values).filter(([name]) => !["columns", "page"].includes(name)),
      // A view's columns are the view's, until it is told to be what is shown.
      remembers: !values.view || values.view === "none",
      usual: carriedFrom(hrefWith(searchParams, { columns: USUAL }, pathname), {}),
      columns: [...shown, ...rest].map((column, at) => ({
        key: column.key,
        label: headerOf(column, t),
        shown: at < shown.length,
      })),
      words: {
        form: t("views.columnsForm"),
        apply: t("views.apply"),
        usual: t("views.usual"),
        up: t("views.up", { column: "{column}" }),
        down: t("views.down", { column: "{column}" }),
        always: t("views.always"),
        moved: t("views.moved", { column: "{column}", place: "{place}" }),
        failed: t("errors.unexpected"),
      },
    },
  };
}
