import { getTranslations } from "next-intl/server";
import { hrefWith } from "@/lib/platform/paging/href";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";
import { AppLink } from "./app-link";
import buttons from "./button.module.css";
import styles from "./filter-bar.module.css";
import { GetForm } from "./get-form";

export type FilterField = {
  name: string;
  label: string;
  type: "search" | "text" | "select" | "date";
  options?: readonly { value: string; label: string }[];
  placeholder?: string;
  /** What nothing chosen means, where it is not "any". */
  none?: string;
};

export type FilterBarProps = {
  fields: FilterField[];
  searchParams: SearchParams;
  /** The list's own address, for links without JavaScript: `/leases`. */
  pathname: string;
  /** Further ones, folded away under a heading until one of them is set. */
  more?: { title: string; fields: FilterField[] };
};

/** What a list is narrowed to: a plain GET form, and beneath it a sentence whose parts can be taken away. */
export async function FilterBar({ searchParams, pathname, more, ...props }: FilterBarProps) {
  const t = await getTranslations("ui");
  const values = firstValues(searchParams);
  const fields = [...props.fields, ...(more?.fields ?? [])];
  const named = new Set(fields.map((field) => field.name));
  const kept = Object.entries(values).filter(([name]) => !named.has(name) && name !== "page");
  const set = fields.filter((field) => values[field.name] && wordsOf(field, values[field.name] ?? ""));
  const none = Object.fromEntries(fields.map((field) => [field.name, null]));
  return (
    <div className={styles.bar}>
      <GetForm label={t("filter.label")} action={pathname} className={styles.form} stays>
        {props.fields.map((field) => (
          <Filter key={field.name} field={field} value={values[field.name] ?? ""} any={t("filter.any")} />
        ))}
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className={buttons.button}>
          {t("filter.apply")}
        </button>
        {more && more.fields.length > 0 ? (
          <details className={styles.more} open={more.fields.some(({ name }) => values[name])}>
            <summary>{more.title}</summary>
            <div>
              {more.fields.map((field) => (
                <Filter
                  key={field.name}
                  field={field}
                  value={values[field.name] ?? ""}
                  any={t("filter.any")}
                />
              ))}
            </div>
          </details>
        ) : null}
      </GetForm>
      {set.length > 0 ? (
        <p className={styles.chips}>
          <span>{t("filter.only")}</span>
          {set.map((field) => {
            const words = wordsOf(field, values[field.name] ?? "");
            return (
              <AppLink
                key={field.name}
                href={hrefWith(searchParams, { [field.name]: null }, pathname)}
                carry={false}
                scroll={false}
                className={styles.chip}
                aria-label={t("filter.remove", { filter: `${field.label} ${words}` })}
              >
                {field.type === "search" ? null : `${field.label} `}
                <b>{field.type === "search" ? t("filter.quoted", { text: words }) : words}</b>
                <span aria-hidden="true">×</span>
              </AppLink>
            );
          })}
          {set.length > 1 ? (
            <AppLink href={hrefWith(searchParams, none, pathname)} carry={false} scroll={false}>
              {t("filter.clear")}
            </AppLink>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

function Filter({ field, value, any }: { field: FilterField; value: string; any: string }) {
  const { name, type } = field;
  return (
    <div className={styles.field} data-type={type}>
      <label htmlFor={`filter-${name}`}>{field.label}</label>
      {type === "select" ? (
        <select id={`filter-${name}`} name={name} defaultValue={value}>
          <option value="">{field.none ?? any}</option>
          {field.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={`filter-${name}`}
          type={type}
          name={name}
          defaultValue={value}
          placeholder={field.placeholder}
          autoComplete="off"
        />
      )}
    </div>
  );
}

/** A value that the list does not know is no filter, and gets no chip. */
function wordsOf(field: FilterField, value: string): string {
  if (field.type !== "select") return value;
  return field.options?.find((option) => option.value === value)?.label ?? "";
}
