import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import type { ListLook, ViewItem } from "@/lib/domain/views/queries";
import { mayShare } from "@/lib/domain/views/rules";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";
import { RedrawView } from "./redraw-view";
import styles from "./view-bar.module.css";

/** The kept views of a list as a quiet row of links, and the verbs that keep one. */
export async function ViewBar(props: {
  viewer: Viewer;
  list: string;
  look: ListLook;
  /** What is shown, as a view would keep it. */
  query: string;
  searchParams: SearchParams;
  pathname: string;
  children: ReactNode;
}) {
  const { viewer, look, query, pathname } = props;
  const t = await getTranslations("views");
  const { view: id } = firstValues(props.searchParams);
  const current = look.views.find((view) => view.id === id);
  const changed = current !== undefined && current.query !== query;
  const mine = current && (current.mine || (current.shared && viewer.role === "ADMIN"));
  const save = new URLSearchParams({ list: props.list, query });
  return (
    <div className={styles.bar}>
      {look.views.length > 0 ? (
        <nav aria-label={t("label")} className={styles.views}>
          <ul>
            <li>
              <AppLink
                href={look.opensWith ? `${pathname}?view=none` : pathname}
                aria-current={current ? undefined : "true"}
              >
                {t("all")}
              </AppLink>
            </li>
            {look.views.map((view) => (
              <li key={view.id}>{link(view)}</li>
            ))}
          </ul>
        </nav>
      ) : null}
      <div className={styles.tools}>
        {mine && changed ? (
          <RedrawView
            id={current.id}
            version={current.version}
            query={query}
            mayUndo={mayShare(viewer)}
            words={{
              redraw: t("redraw"),
              named: t("redrawNamed", { name: current.name }),
              done: t("redrawn", { name: current.name }),
              failed: t("changedSince", { name: current.name }),
            }}
          />
        ) : null}
        {mine ? (
          <AppLink
            href={`/views/${current.id}/edit`}
            className={styles.tool}
            aria-label={t("editNamed", { name: current.name })}
          >
            {t("edit")}
          </AppLink>
        ) : null}
        <AppLink href={`/views/new?${save}`} className={styles.tool}>
          {t("save")}
        </AppLink>
        {props.children}
      </div>
    </div>
  );

  function link(view: ViewItem) {
    const here = view === current;
    return (
      <AppLink href={`${pathname}?${view.query}&view=${view.id}`} aria-current={here ? "true" : undefined}>
        {view.name}
        {view.mine ? null : <small>{t("by", { name: view.owner })}</small>}
        {here && changed ? <small>{t("changed")}</small> : null}
      </AppLink>
    );
  }
}
