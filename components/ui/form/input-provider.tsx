"use client";

import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/UnstyledButton.css";
import "@mantine/core/styles/Input.css";
import "@mantine/core/styles/InlineInput.css";
import "@mantine/core/styles/Checkbox.css";
import "@mantine/core/styles/Popover.css";
import "@mantine/core/styles/Combobox.css";
import "./mantine.css";
import { createTheme, type MantineColorSchemeManager, MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";

const theme = createTheme({
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
  components: {
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ["label", "input", "description", "error"] },
      styles: { label: { marginBottom: 4, fontWeight: 550 } },
    },
  },
});

/** The frame owns the scheme: Mantine reads it from the page and never writes one of its own. */
const schemeOfThePage: MantineColorSchemeManager = {
  get: (fallback) => {
    if (typeof document === "undefined") return fallback;
    return document.documentElement.getAttribute("data-mantine-color-scheme") === "dark" ? "dark" : "light";
  },
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};

/** Mantine's context, around forms alone: lists and pages do without its script and styles. */
export function InputProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} colorSchemeManager={schemeOfThePage} withCssVariables={false}>
      {children}
    </MantineProvider>
  );
}
