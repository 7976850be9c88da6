import { getTranslations } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";
import { type FilterField, FilterForm, type FilterFormProps } from "./filter-form";

export type { FilterField } from "./filter-form";

export type FilterBarProps = {
  fields: FilterField[];
  searchParams: SearchParams;
  /** The list's own address, for links without JavaScript: `/leases`. */
  pathname: string;
  /** Further ones, folded away under a heading until one of them is set. */
  more?: { title: string; fields: FilterField[] };
};

/** What a list is narrowed to: a plain GET form, and beneath it a sentence whose parts can be taken away. */
export async function FilterBar(props: FilterBarProps) {
  return <FilterForm {...(await toFilterForm(props))} />;
}

/** What that form is told. */
export async function toFilterForm(props: FilterBarProps): Promise<FilterFormProps> {
  const { searchParams, pathname, more } = props;
  const t = await getTranslations("ui.filter");
  const given = firstValues(searchParams);
  const fields = [...props.fields, ...(more?.fields ?? [])];
  const named = new Set(fields.map((field) => field.name));
  const entries = Object.entries(given);
  const chips = fields.flatMap((field) => {
    const words = wordsOf(field, given[field.name] ?? "");
    if (!words) return [];
    const typed = field.type === "search";
    return {
      name: field.name,
      before: typed ? "" : `${field.label} `,
      value: typed ? t("quoted", { text: words }) : words,
      href: hrefWith(searchParams, { [field.name]: null }, pathname),
      remove: t("remove", { filter: `${field.label} ${words}` }),
    };
  });
  return {
    ...{ pathname, fields: props.fields, more, chips },
    values: Object.fromEntries(entries.filter(([name]) => named.has(name))),
    kept: entries.filter(([name]) => !named.has(name) && name !== "page"),
    clearHref: hrefWith(searchParams, Object.fromEntries([...named].map((name) => [name, null])), pathname),
    words: {
      ...{ label: t("label"), any: t("any"), apply: t("apply") },
      ...{ only: t("only"), clear: t("clear") },
    },
  };
}

/** A value that the list does not know is no filter, and gets no chip. */
function wordsOf(field: FilterField, value: string): string {
  if (field.type !== "select") return value;
  return field.options?.find((option) => option.value === value)?.label ?? "";
}
