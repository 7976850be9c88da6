"use client";

import { CloseForm, type Closing } from "@/components/ui/form/close-form";
import { closeEnterpriseAction } from "@/lib/domain/enterprises/actions";
import { closeEnterpriseSchema } from "@/lib/domain/enterprises/schema";

export function CloseEnterpriseForm(props: Closing) {
  return (
    <CloseForm
      {...props}
      noun="enterprises"
      day="endedOn"
      schema={closeEnterpriseSchema}
      action={closeEnterpriseAction}
    />
  );
}
