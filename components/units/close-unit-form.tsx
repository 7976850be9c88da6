"use client";

import { CloseForm, type Closing } from "@/components/ui/form/close-form";
import { closeUnitAction } from "@/lib/domain/units/actions";
import { closeUnitSchema } from "@/lib/domain/units/schema";

export function CloseUnitForm(props: Closing) {
  return (
    <CloseForm
      {...props}
      noun="units"
      day="validTo"
      schema={closeUnitSchema}
      action={closeUnitAction}
      reasonNeeded
    />
  );
}
