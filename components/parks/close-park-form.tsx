"use client";

import { CloseForm, type Closing } from "@/components/ui/form/close-form";
import { closeParkAction } from "@/lib/domain/parks/actions";
import { closeParkSchema } from "@/lib/domain/parks/schema";

export function CloseParkForm(props: Closing) {
  return (
    <CloseForm {...props} noun="parks" day="closedOn" schema={closeParkSchema} action={closeParkAction} />
  );
}
