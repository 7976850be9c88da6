"use client";

import { CloseForm, type Closing } from "@/components/ui/form/close-form";
import { closeBuildingAction } from "@/lib/domain/buildings/actions";
import { closeBuildingSchema } from "@/lib/domain/buildings/schema";

export function CloseBuildingForm(props: Closing) {
  return (
    <CloseForm
      {...props}
      noun="buildings"
      day="closedOn"
      schema={closeBuildingSchema}
      action={closeBuildingAction}
    />
  );
}
