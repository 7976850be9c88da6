import type { Metadata } from "next";
import { RecordHistory } from "@/components/history/record-history";
import { findForm } from "@/components/return-forms/find-form";
import { FormHeader } from "@/components/return-forms/form-header";
import { listHistory } from "@/lib/platform/change-sets/history";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { form } = await findForm((await props.params).id);
  return { title: form.code };
}

export default async function ReturnFormHistoryPage(props: Props) {
  const { id } = await props.params;
  const { form } = await findForm(id);
  // Hundreds of rules in one value say nothing here: the form's own page shows what each version asks.
  const entries = (await listHistory([id])).map((entry) => ({
    ...entry,
    rows: entry.rows.map((row) => ({
      ...row,
      fields: row.fields.filter(({ field }) => !/^definition/.test(field)),
    })),
  }));
  return (
    <>
      <FormHeader form={form} side="/history" />
      <RecordHistory entries={entries} noun="return-forms" />
    </>
  );
}
