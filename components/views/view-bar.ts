import type { ListLook, ViewItem } from "@/lib/domain/views/queries";
import { mayShare } from "@/lib/domain/views/rules";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";
import type { ViewLinksProps } from "./view-links";

/** The kept views of a list as a quiet row of links, and the verbs that keep one: what `ViewLinks` is told. */
export async function toViewLinks(props: {
  viewer: Viewer;
  list: string;
  look: ListLook;
  /** What is shown, as a view would keep it. */
  query: string;
  searchParams: SearchParams;
  pathname: string;
}): Promise<ViewLinksProps> {
  const { viewer, look, query, pathname } = props;
  const t = await getTranslations("views");
  const { view: id } = firstValues(props.searchParams);
  const current = look.views.find((view) => view.id === id);
  const changed = current !== undefined && current.query !== query;
  const mine = current?.mine || (current?.shared && viewer.role === "ADMIN") ? current : undefined;
  const save = new URLSearchParams({ list: props.list, query });
  const all = { href: look.opensWith ? `${pathname}?view=none` : pathname, label: t("all"), here: !current };
  return {
    ...{ label: t("label"), all, views: look.views.map(toLink) },
    redraw: mine && changed ? toRedraw(mine) : null,
    edit: mine ? toEdit(mine) : null,
    save: { href: `/views/new?${save}`, label: t("save") },
  };

  function toLink(view: ViewItem) {
    const here = view === current;
    return {
      ...{ id: view.id, href: `${pathname}?${view.query}&view=${view.id}`, name: view.name, here },
      notes: [
        ...(view.mine ? [] : [t("by", { name: view.owner })]),
        ...(here && changed ? [t("changed")] : []),
      ],
    };
  }

  function toRedraw({ version, name, ...view }: ViewItem) {
    const words = {
      redraw: t("redraw"),
      named: t("redrawNamed", { name }),
      done: t("redrawn", { name }),
      failed: t("changedSince", { name }),
    };
    return { id: view.id, version, query, mayUndo: mayShare(viewer), words };
  }

  function toEdit(view: ViewItem) {
    return { href: `/views/${view.id}/edit`, label: t("edit"), name: t("editNamed", { name: view.name }) };
  }
}
