import type { FilterField } from "@/components/ui/filter-bar";
import { returnStates } from "@/lib/domain/returns/schema";
import { getTranslations } from "@/lib/platform/i18n/translator";

/** What a list of returns is narrowed by. */
export async function returnFilters(): Promise<FilterField[]> {
  const t = await getTranslations("returns");
  return [
    { name: "query", label: t("search"), type: "search" },
    {
      name: "state",
      label: t("stateLabel"),
      type: "select",
      options: returnStates.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    {
      name: "late",
      label: t("punctual"),
      type: "select",
      options: [
        { value: "yes", label: t("late") },
        { value: "no", label: t("inTime") },
      ],
    },
  ];
}
