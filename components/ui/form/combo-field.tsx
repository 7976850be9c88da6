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
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { keepName, readName } from "./draft";
import styles from "./form.module.css";
import { type FieldProps, useField } from "./use-field";

export type ComboOption = { value: string; label: string; hint?: string };

type ComboFieldProps = FieldProps & {
  /** A server action behind a small function: the best matches for what is typed, at most twenty. */
  search: (query: string) => Promise<ComboOption[]>;
  /** What the value that the form starts with is called. */
  initial?: ComboOption | null;
  onPick?: (option: ComboOption | null) => void;
  autoFocus?: boolean;
};

const PAUSE = 200;

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
  // Left with words in it of which none was chosen: they would be lost in silence.
  const [left, setLeft] = useState(false);
  const unchosen = left && !value && typed?.trim() ? t("ui.form.notChosen") : undefined;
  const asked = useRef(0);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Enter came before the answer: the best match is taken as soon as it is there.
  const awaited = useRef(false);

  useEffect(() => () => clearTimeout(waiting.current), []);

  // The best match is a key away: without this, Enter in the box would save the form instead.
  const { dropdownOpened, selectFirstOption } = combobox;
  useEffect(() => {
    if (dropdownOpened && typed && !found.busy && found.options.length > 0) selectFirstOption();
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
      if (awaited.current && options[0]) take(options[0]);
      awaited.current = false;
    }, pause);
  }

  function type(text: string) {
    setTyped(text);
    setLeft(false);
    if (value) choose(null, text);
    combobox.openDropdown();
    // What is marked answers an earlier text.
    combobox.resetSelectedOption();
    awaited.current = false;
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
    if (option) keepName(option.value, option.label);
    field.onChange(option?.value ?? "");
    props.onPick?.(option);
  }

  function take(option: ComboOption) {
    choose(option);
    combobox.closeDropdown();
  }

  /** Faster than the answer: Enter would otherwise save the form, or take what an earlier text had found. */
  function hurry(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || !typed || !found.busy) return;
    if (combobox.getSelectedOptionIndex() !== -1) return;
    event.preventDefault();
    awaited.current = true;
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
        const option = found.options.find(({ value }) => value === chosen);
        if (option) take(option);
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
          error={input.error ?? unchosen}
          description={unchosen ? undefined : input.description}
          role="combobox"
          aria-autocomplete="list"
          aria-controls={combobox.listId ?? undefined}
          autoComplete="off"
          placeholder={t("ui.form.typeToSearch")}
          value={typed ?? (value ? show(value) : "")}
          onChange={(event) => type(event.currentTarget.value)}
          onClick={open}
          onKeyDown={hurry}
          data-autofocus={props.autoFocus || undefined}
          onBlur={() => {
            combobox.closeDropdown();
            setLeft(true);
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
