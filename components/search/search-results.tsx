import { TableRegion } from "@/components/ui/table-region";
import type { SearchGroup } from "@/lib/domain/search/dto";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { carriedFrom } from "@/lib/platform/paging/carry";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import styles from "./search-results.module.css";

/** What was found, by kind; a full group leads to its list with the same words. */
export async function SearchResults(props: {
  groups: SearchGroup[];
  query: string;
  /** As many as a group shows at most. */
  full: number;
  searchParams: SearchParams;
}) {
  const t = await getTranslations("search");
  return (
    <TableRegion label={t("for", { query: props.query })} opens={false}>
      {props.groups.map((group) => (
        <section key={group.key} className={styles.group} aria-labelledby={`found-${group.key}`}>
          <h2 id={`found-${group.key}`}>{t(`groups.${group.key}`)}</h2>
          <ul className={styles.hits}>
            {group.items.map((item) => (
              <li key={item.href}>
                <a href={carriedFrom(item.href, props.searchParams)}>{item.name}</a>
                {item.hint ? <span className={styles.hint}>{item.hint}</span> : null}
              </li>
            ))}
          </ul>
          {group.key !== "places" && group.items.length >= props.full ? (
            <p>
              <a
                href={carriedFrom(
                  `/${group.key}?query=${encodeURIComponent(props.query)}`,
                  props.searchParams,
                )}
              >
                {t("more")}
              </a>
            </p>
          ) : null}
        </section>
      ))}
    </TableRegion>
  );
}
