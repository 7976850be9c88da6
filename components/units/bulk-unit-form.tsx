"use client";

import { BulkForm, type BulkFormProps } from "@/components/ui/form/bulk-form";
import { changeUnitsAction, previewUnitsAction } from "@/lib/domain/units/actions";
import { changeUnitsSchema } from "@/lib/domain/units/schema";

export function BulkUnitForm(props: BulkFormProps) {
  return (
    <BulkForm {...props} schema={changeUnitsSchema} preview={previewUnitsAction} save={changeUnitsAction} />
  );
}
