"use client";

import { IconColumns3 } from "@tabler/icons-react";
import type { ComponentProps } from "react";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { ColumnsForm } from "./columns-form";
import styles from "./columns-menu.module.css";

export type ColumnsSheetProps = { name: string; open: boolean; form: ComponentProps<typeof ColumnsForm> };

/** The button that opens the columns' form; it opens without JavaScript too. */
export function ColumnsSheet(props: ColumnsSheetProps) {
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
          <Icon of={IconColumns3} size={16} />
          {name}
        </>
      }
    >
      <ColumnsForm key={shown.join(",")} {...form} />
    </Menu>
  );
}
