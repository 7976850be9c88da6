"use client";

import { BulkForm, type BulkFormProps } from "@/components/ui/form/bulk-form";
import { changeProjectsAction, previewProjectsAction } from "@/lib/domain/projects/actions";
import { changeProjectsSchema } from "@/lib/domain/projects/schema";

export function BulkProjectForm(props: BulkFormProps) {
  return (
    <BulkForm
      {...props}
      schema={changeProjectsSchema}
      preview={previewProjectsAction}
      save={changeProjectsAction}
    />
  );
}
