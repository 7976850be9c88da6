import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getFormats } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";
import { SelectForm } from "./select-form";

/**
 * The form around a table whose rows can be ticked: it leads to the list's `bulk` page, with the ids that are
 * ticked or, in their stead, with `all=1` and the list's own filters.
 */
export async function SelectRows(props: {
  pathname: string;
  searchParams: SearchParams;
  /** How many rows match, on all pages. */
  total: number;
  children: ReactNode;
}) {
  const { pathname, searchParams } = props;
  const [t, formats] = await Promise.all([getTranslations("ui.select"), getFormats()]);
  const { asOf, park } = firstValues(searchParams);
  const aside = { page: null, pageSize: null, sort: null, columns: null, all: 1 };
  return (
    <SelectForm
      action={`${pathname}/bulk`}
      label={t("label")}
      kept={{ ...(asOf ? { asOf } : {}), ...(park ? { park } : {}) }}
      all={{
        href: hrefWith(searchParams, aside, `${pathname}/bulk`),
        label: t("all", { total: formats.count(props.total) }),
      }}
      words={{ none: t("none"), selected: t("selected", { count: "{count}" }), change: t("change") }}
    >
      {props.children}
    </SelectForm>
  );
}
