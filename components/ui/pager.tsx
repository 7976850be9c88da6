import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import { PAGE_SIZE, type SearchParams } from "@/lib/platform/paging/list-params";
import { toExportLinks } from "./export-links";
import { PagerNav, type PagerNavProps, type PagerStep } from "./pager-nav";

const sizes = [50, 100, 200];

type PagerProps = {
  page: number;
  pageSize: number;
  total: number;
  searchParams: SearchParams;
  pathname: string;
  /** Where the list is had as a file. */
  exportAt?: string;
  /** What that address is told beyond the list's own parameters; null takes one away. */
  exportWith?: Record<string, string | null>;
};

/** Where in the list we are, the pages beside it, and how many rows at a time; all of it links. */
export async function Pager(props: PagerProps) {
  const told = await toPagerNav(props);
  return told && <PagerNav {...told} />;
}

/** What that foot is told; null where there are no rows. */
export async function toPagerNav(props: PagerProps): Promise<PagerNavProps | null> {
  const { page, pageSize, total, searchParams, pathname, exportAt } = props;
  if (total === 0) return null;
  const [t, formats] = await Promise.all([getTranslations("ui.pager"), getFormats()]);
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = (page - 1) * pageSize + 1;
  const [first, most] = [sizes[0] ?? PAGE_SIZE, formats.count(total)];
  const to = formats.count(Math.min(page * pageSize, total));
  return {
    label: t("label"),
    range:
      from > total
        ? t("beyond", { total: most })
        : t("range", { from: formats.count(from), to, total: most }),
    steps: last > 1 ? steps() : [],
    files: exportAt ? await toExportLinks({ at: exportAt, searchParams, with: props.exportWith }) : null,
    sizes: total > first ? { label: t("rows"), choices: sizes.map(toChoice) } : null,
  };

  function steps(): PagerStep[] {
    return [
      { key: "first", text: "«", name: t("first"), href: page > 2 ? pageAt(1) : null },
      { key: "previous", text: t("previous"), href: page > 1 ? pageAt(Math.min(page - 1, last)) : null },
      { key: "next", text: t("next"), href: page < last ? pageAt(page + 1) : null },
      { key: "last", text: "»", name: t("last"), href: page < last - 1 ? pageAt(last) : null },
    ];
  }

  function pageAt(target: number): string {
    return hrefWith(searchParams, { page: target === 1 ? null : target }, pathname);
  }

  function toChoice(size: number) {
    const href = hrefWith(searchParams, { pageSize: size === PAGE_SIZE ? null : size }, pathname);
    return { size, href, here: size === pageSize };
  }
}
