"use client";

import { BulkForm, type BulkFormProps } from "@/components/ui/form/bulk-form";
import { changeEnterprisesAction, previewEnterprisesAction } from "@/lib/domain/enterprises/actions";
import { changeEnterprisesSchema } from "@/lib/domain/enterprises/schema";

export function BulkEnterpriseForm(props: BulkFormProps) {
  return (
    <BulkForm
      {...props}
      schema={changeEnterprisesSchema}
      preview={previewEnterprisesAction}
      save={changeEnterprisesAction}
    />
  );
}
