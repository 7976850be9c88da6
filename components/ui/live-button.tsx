"use client";

import type { ComponentProps } from "react";
import { Button } from "./button";
import { useHydrated } from "./use-hydrated";

/** A button that only script can serve: it waits for the script, so that an early click is not lost in silence. */
export function LiveButton({ disabled, ...rest }: ComponentProps<typeof Button>) {
  const hydrated = useHydrated();
  return <Button disabled={disabled || !hydrated} {...rest} />;
}
