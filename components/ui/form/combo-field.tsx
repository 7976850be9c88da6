"use client";

import {
  Combobox,
  ComboboxDropdown,
  ComboboxEmpty,
  ComboboxOption,
  ComboboxOptions,
  ComboboxTarget,
  TextInput,
  useCombobox,
} from "@mantine/core";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { keepDraft, readDraft } from "./draft";
import styles from "./form.module.css";
import { type FieldProps, useField } from "./use-field";

export type ComboOption = { value: string; label: string; hint?: string };

type ComboFieldProps = FieldProps & {
  /** A server action behind a small function: the best matches for what is typed, at most twenty. */
  search: (query: string) => Promise<ComboOption[]>;
  /** What the value that the form starts with is called. */
  initial?: ComboOption | null;
  onPick?: (option: ComboOption | null) => void;
};

const PAUSE = 200;
const NAME = "name:";

function readName(id: string): string | null {
  const name = readDraft(NAME + id);
  return typeof name === "string" ? name : null;
}

/** One of a long list, found by typing. The value is the chosen one's id; the text alone chooses nothing. */
export function ComboField(props: ComboFieldProps) {
  const { initial } = props;
  const names = useRef(new Map<string, string>());
  const show = (id: string) =>
    names.current.get(id) ?? (initial?.value === id ? initial.label : (readName(id) ?? id));
  const { field, input, t } = useField(props, show);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const value = String(field.value ?? "");
  const [typed, setTyped] = useState<string | null>(null);
  const [found, setFound] = useState<{ options: ComboOption[]; busy: boolean }>({ options: [], busy: false });
  const asked = useRef(0);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(waiting.current), []);

  // The best match is a key away: without this, Enter in the box would save the form instead.
  const { dropdownOpened, selectFirstOption } = combobox;
  useEffect(() => {
    if (dropdownOpened && typed && found.options.length > 0) selectFirstOption();
  }, [found, dropdownOpened, typed, selectFirstOption]);

  function ask(query: string, pause = PAUSE) {
    clearTimeout(waiting.current);
    const turn = ++asked.current;
    setFound((before) => ({ ...before, busy: true }));
    waiting.current = setTimeout(async () => {
      const options = await props.search(query.trim()).catch(() => []);
      if (turn !== asked.current) return;
      for (const option of options) names.current.set(option.value, option.label);
      setFound({ options, busy: false });
    }, pause);
  }

  function type(text: string) {
    setTyped(text);
    if (value) choose(null, text);
    combobox.openDropdown();
    ask(text);
  }

  const box = useRef<HTMLInputElement>(null);
  const takeOver = useRef(type);
  // What was typed before the script was there is searched for now.
  useLayoutEffect(() => {
    const early = box.current;
    if (early && early.value !== early.defaultValue) takeOver.current(early.value);
  }, []);

  function choose(option: ComboOption | null, text: string | null = null) {
    setTyped(text);
    // A draft brings the id back; its name has to come back with it.
    if (option) keepDraft(NAME + option.value, option.label);
    field.onChange(option?.value ?? "");
    props.onPick?.(option);
  }

  function open() {
    if (combobox.dropdownOpened) return;
    combobox.openDropdown();
    ask(typed ?? "", 0);
  }

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(chosen) => {
        choose(found.options.find((option) => option.value === chosen) ?? null);
        combobox.closeDropdown();
      }}
      withinPortal={false}
      shadow="md"
    >
      <ComboboxTarget withExpandedAttribute>
        <TextInput
          {...input}
          ref={(element: HTMLInputElement | null) => {
            box.current = element;
            field.ref(element);
          }}
          role="combobox"
          aria-autocomplete="list"
          aria-controls={combobox.listId ?? undefined}
          autoComplete="off"
          placeholder={t("ui.form.typeToSearch")}
          value={typed ?? (value ? show(value) : "")}
          onChange={(event) => type(event.currentTarget.value)}
          onClick={open}
          onBlur={() => {
            combobox.closeDropdown();
            field.onBlur();
          }}
        />
      </ComboboxTarget>
      <ComboboxDropdown>
        <ComboboxOptions className={styles.options} aria-label={props.label}>
          {found.options.map((option) => (
            <ComboboxOption key={option.value} value={option.value} active={option.value === value}>
              {option.label}
              {option.hint ? <small className={styles.hint}>{option.hint}</small> : null}
            </ComboboxOption>
          ))}
          {found.options.length === 0 ? (
            <ComboboxEmpty>{t(found.busy ? "ui.form.searching" : "ui.form.nothingFound")}</ComboboxEmpty>
          ) : null}
        </ComboboxOptions>
      </ComboboxDropdown>
    </Combobox>
  );
}
