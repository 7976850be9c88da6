"use client";

import { ComboField, type ComboOption } from "@/components/ui/form/combo-field";
import { useValues } from "@/components/ui/form/use-values";
import { searchEnterprisesAction } from "@/lib/domain/enterprises/actions";

/** A firm found by typing, in one of several rows: its name is known by its id, wherever the row moves to. */
export function EnterpriseCombo(props: {
  name: string;
  label: string;
  help?: string;
  /** Somebody must be chosen. */
  required?: boolean;
  /** What the firms that the form opened with are called. */
  names: readonly ComboOption[];
}) {
  const [id] = useValues([props.name]);
  const initial = props.names.find(({ value }) => value === id) ?? null;
  return (
    <ComboField
      name={props.name}
      label={props.label}
      help={props.help}
      search={searchEnterprisesAction}
      initial={initial}
      optional={!props.required}
    />
  );
}
