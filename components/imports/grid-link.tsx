import { AppLink } from "@/components/ui/app-link";
import type { ImportKind } from "@/lib/imports/types";
import { useWords } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import type { SearchParams } from "@/lib/platform/paging/list-params";

/** From a list, narrowed as it is, to the same rows in cells. */
export function GridLink({ kind, searchParams }: { kind: ImportKind; searchParams: SearchParams }) {
  const t = useWords("imports");
  const aside = { page: null, pageSize: null, columns: null, view: null, kind };
  return (
    <AppLink href={hrefWith(searchParams, aside, "/imports/grid")} carry={false}>
      {t("grid.link")}
    </AppLink>
  );
}
