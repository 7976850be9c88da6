"use client";

import { AppLink } from "./app-link";
import buttons from "./button.module.css";
import styles from "./filter-bar.module.css";
import { GetForm } from "./get-form";
import { PlainSelect } from "./plain-select";

export type FilterField = {
  name: string;
  label: string;
  type: "search" | "text" | "select" | "date";
  options?: readonly { value: string; label: string }[];
  placeholder?: string;
  /** What nothing chosen means, where it is not "any". */
  none?: string;
};

/** A filter that is set: what it is called, what it is set to, and the address without it. */
export type FilterChip = { name: string; before: string; value: string; href: string; remove: string };

export type FilterFormProps = {
  pathname: string;
  fields: FilterField[];
  /** Further ones, folded away under a heading until one of them is set. */
  more?: { title: string; fields: FilterField[] };
  /** What the fields are set to, by their names. */
  values: Record<string, string>;
  /** What else the address says, sent along. */
  kept: [name: string, value: string][];
  chips: FilterChip[];
  /** The address without any of them. */
  clearHref: string;
  words: Record<"label" | "any" | "apply" | "only" | "clear", string>;
};

/** The filters of a list as a form, and beneath it a sentence whose parts can be taken away. */
export function FilterForm({
  pathname,
  fields,
  more,
  values,
  kept,
  chips,
  words,
  ...props
}: FilterFormProps) {
  const draw = (field: FilterField) => (
    <Filter key={field.name} field={field} value={values[field.name] ?? ""} any={words.any} />
  );
  return (
    <div className={styles.bar}>
      <GetForm label={words.label} action={pathname} className={styles.form} stays>
        {fields.map(draw)}
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className={buttons.button}>
          {words.apply}
        </button>
        {more && more.fields.length > 0 ? (
          <details className={styles.more} open={more.fields.some(({ name }) => values[name])}>
            <summary>{more.title}</summary>
            <div>{more.fields.map(draw)}</div>
          </details>
        ) : null}
      </GetForm>
      {chips.length > 0 ? (
        <p className={styles.chips}>
          <span>{words.only}</span>
          {chips.map(({ name, before, value, href, remove }) => (
            <AppLink
              key={name}
              href={href}
              carry={false}
              scroll={false}
              className={styles.chip}
              aria-label={remove}
            >
              {before}
              <b>{value}</b>
              <span aria-hidden="true">×</span>
            </AppLink>
          ))}
          {chips.length > 1 ? (
            <AppLink href={props.clearHref} carry={false} scroll={false}>
              {words.clear}
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
        <PlainSelect
          id={`filter-${name}`}
          name={name}
          value={value}
          options={[{ value: "", label: field.none ?? any }, ...(field.options ?? [])]}
        />
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
