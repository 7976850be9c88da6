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
};

/** What a list is narrowed to: a plain GET form, and beneath it a sentence whose parts can be taken away. */
export async function FilterBar({ fields, searchParams, pathname }: FilterBarProps) {
  const t = await getTranslations("ui");
  const values = firstValues(searchParams);
  const named = new Set(fields.map((field) => field.name));
  const kept = Object.entries(values).filter(([name]) => !named.has(name) && name !== "page");
  const set = fields.filter((field) => values[field.name] && wordsOf(field, values[field.name] ?? ""));
  const none = Object.fromEntries(fields.map((field) => [field.name, null]));
  return (
    <div className={styles.bar}>
      <GetForm label={t("filter.label")} action={pathname} className={styles.form} stays>
        {fields.map((field) => (
          <div key={field.name} className={styles.field} data-type={field.type}>
            <label htmlFor={`filter-${field.name}`}>{field.label}</label>
            {field.type === "select" ? (
              <select id={`filter-${field.name}`} name={field.name} defaultValue={values[field.name] ?? ""}>
                <option value="">{field.none ?? t("filter.any")}</option>
                {field.options?.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            ) : (
              <input
                id={`filter-${field.name}`}
                type={field.type}
                name={field.name}
                defaultValue={values[field.name] ?? ""}
                placeholder={field.placeholder}
                autoComplete="off"
              />
            )}
          </div>
        ))}
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className={buttons.button}>
          {t("filter.apply")}
        </button>
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

/** A value that the list does not know is no filter, and gets no chip. */
function wordsOf(field: FilterField, value: string): string {
  if (field.type !== "select") return value;
  return field.options?.find((option) => option.value === value)?.label ?? "";
}
