"use client";

import { forgetDrafts } from "@/components/ui/form/draft";

/** Leaves nothing typed behind for the next person at this computer. */
export function SignOut(props: { action: () => Promise<void>; label: string }) {
  return (
    <form action={props.action} onSubmit={forgetDrafts}>
      <button type="submit">{props.label}</button>
    </form>
  );
}
