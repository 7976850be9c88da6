import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";
import type { SelectFormProps } from "./select-form";

/** What the bar above rows that can be ticked says. `all` may name `{total}`. */
export type SelectWords = { label: string; none: string; change: string; all: string };

/**
 * The form around a table whose rows can be ticked: it leads to the list's `bulk` page, with the ids that are
 * ticked or, in their stead, with `all=1` and the list's own filters. What `SelectForm` is told.
 */
export async function toSelectForm(props: {
  pathname: string;
  searchParams: SearchParams;
  /** How many rows match, on all pages. */
  total: number;
  /** What the rows are ticked for; to change them unless told. */
  words?: SelectWords;
}): Promise<SelectFormProps> {
  const { pathname, searchParams } = props;
  const [t, formats] = await Promise.all([getTranslations("ui.select"), getFormats()]);
  const words = props.words ?? {
    ...{ label: t("label"), none: t("none"), change: t("change"), all: t("all", { total: "{total}" }) },
  };
  const { asOf, park } = firstValues(searchParams);
  const aside = { page: null, pageSize: null, sort: null, columns: null, all: 1 };
  return {
    action: `${pathname}/bulk`,
    label: words.label,
    kept: { ...(asOf ? { asOf } : {}), ...(park ? { park } : {}) },
    all: {
      href: hrefWith(searchParams, aside, `${pathname}/bulk`),
      label: words.all.replace("{total}", formats.count(props.total)),
    },
    words: { none: words.none, change: words.change, selected: t("selected", { count: "{count}" }) },
  };
}
