"use client";

import { forgetDrafts } from "@/components/ui/form/draft";
import { signOutAction } from "@/lib/platform/auth/actions";

/** Leaves nothing typed behind for the next person at this computer. */
export function SignOut({ label }: { label: string }) {
  return (
    <form action={signOutAction} onSubmit={forgetDrafts}>
      <button type="submit">{label}</button>
    </form>
  );
}
