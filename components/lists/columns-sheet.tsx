"use client";

import { IconColumns3 } from "@tabler/icons-react";
import type { ComponentProps } from "react";
import { Menu } from "@/components/ui/menu";
import { ColumnsForm } from "./columns-form";
import styles from "./columns-menu.module.css";

/** The button that opens the columns' form. */
export function ColumnsSheet(props: {
  name: string;
  open: boolean;
  form: ComponentProps<typeof ColumnsForm>;
}) {
  const { name, form } = props;
  // The sheet begins anew with what is shown.
  const shown = form.columns.filter((column) => column.shown).map(({ key }) => key);
  return (
    <Menu
      name={name}
      className={styles.button}
      open={props.open}
      label={
        <>
          <IconColumns3 size={16} aria-hidden />
          {name}
        </>
      }
    >
      <ColumnsForm key={shown.join(",")} {...form} />
    </Menu>
  );
}
