import { getTranslations } from "next-intl/server";
import { getFormats } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import { PAGE_SIZE, type SearchParams } from "@/lib/platform/paging/list-params";
import { AppLink } from "./app-link";
import { ExportLinks } from "./export-links";
import styles from "./pager.module.css";

const sizes = [50, 100, 200];

/** Where in the list we are, the pages beside it, and how many rows at a time; all of it links. */
export async function Pager(props: {
  page: number;
  pageSize: number;
  total: number;
  searchParams: SearchParams;
  pathname: string;
  /** Where the list is had as a file. */
  exportAt?: string;
  /** What that address is told beyond the list's own parameters; null takes one away. */
  exportWith?: Record<string, string | null>;
}) {
  const { page, pageSize, total } = props;
  const [t, formats] = await Promise.all([getTranslations("ui"), getFormats()]);
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const to = Math.min(page * pageSize, total);
  if (total === 0) return null;
  return (
    <nav className={styles.pager} aria-label={t("pager.label")}>
      <p>
        {from > total
          ? t("pager.beyond", { total: formats.count(total) })
          : t("pager.range", {
              from: formats.count(from),
              to: formats.count(to),
              total: formats.count(total),
            })}
      </p>
      {last > 1 ? (
        <ul className={styles.steps}>
          <li>{step(1, "«", t("pager.first"), page > 2)}</li>
          <li>{step(Math.min(page - 1, last), t("pager.previous"), undefined, page > 1)}</li>
          <li>{step(page + 1, t("pager.next"), undefined, page < last)}</li>
          <li>{step(last, "»", t("pager.last"), page < last - 1)}</li>
        </ul>
      ) : null}
      {props.exportAt ? (
        <ExportLinks
          at={props.exportAt}
          searchParams={props.searchParams}
          with={props.exportWith}
          className={styles.files}
        />
      ) : null}
      {total > (sizes[0] ?? PAGE_SIZE) ? (
        <ul className={styles.sizes}>
          <li>{t("pager.rows")}</li>
          {sizes.map((size) => (
            <li key={size}>
              <AppLink
                href={hrefWith(
                  props.searchParams,
                  { pageSize: size === PAGE_SIZE ? null : size },
                  props.pathname,
                )}
                carry={false}
                aria-current={size === pageSize ? "true" : undefined}
              >
                {size}
              </AppLink>
            </li>
          ))}
        </ul>
      ) : null}
    </nav>
  );

  function step(target: number, text: string, name: string | undefined, possible: boolean) {
    if (!possible) {
      return (
        <span className={styles.off} aria-hidden="true">
          {text}
        </span>
      );
    }
    const address = hrefWith(props.searchParams, { page: target === 1 ? null : target }, props.pathname);
    return (
      <AppLink href={address} carry={false} aria-label={name}>
        {text}
      </AppLink>
    );
  }
}
