"use client";

import { useTranslations } from "next-intl";
import { ComboField, type ComboOption } from "@/components/ui/form/combo-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { searchAgreementsAction } from "@/lib/domain/agreements/actions";
import { searchEnterprisesAction } from "@/lib/domain/enterprises/actions";
import { createProgrammeAction, updateProgrammeAction } from "@/lib/domain/programmes/actions";
import type { ProgrammeDto } from "@/lib/domain/programmes/dto";
import { createProgrammeSchema, updateProgrammeSchema } from "@/lib/domain/programmes/schema";

type Props = {
  programme?: ProgrammeDto;
  owners: SelectOption[];
  institute: ComboOption | null;
  agreement: ComboOption | null;
};

/** What is to be trained, by whom, and by when. */
export function ProgrammeForm({ programme, owners, institute, agreement }: Props) {
  const t = useTranslations("programmes");
  const onSaved = ({ id }: { id: string }) => `/programmes/${id}`;
  const shared = {
    code: programme?.code ?? "",
    nameZh: programme?.nameZh ?? "",
    nameEn: programme?.nameEn ?? "",
    instituteId: programme?.instituteId ?? "",
    agreementId: programme?.agreementId ?? "",
    target: `${programme?.target ?? ""}`,
    firstYear: `${programme?.firstYear ?? ""}`,
    lastYear: `${programme?.lastYear ?? ""}`,
    noteZh: programme?.noteZh ?? "",
    noteEn: programme?.noteEn ?? "",
    ownerId: programme?.ownerId ?? "",
  };
  const creating = useRecordForm({
    schema: createProgrammeSchema,
    action: createProgrammeAction,
    defaultValues: shared,
    onSaved,
  });
  const editing = useRecordForm({
    schema: updateProgrammeSchema,
    action: updateProgrammeAction,
    defaultValues: { ...shared, id: programme?.id ?? "", version: programme?.version ?? 0 },
    onSaved,
  });
  return (
    <RecordForm
      record={programme ? editing : creating}
      cancelHref={programme ? `/programmes/${programme.id}` : "/programmes"}
    >
      <FormSection title={t("basics")}>
        <TextField name="code" label={t("code")} autoFocus />
        <SelectField name="ownerId" label={t("owner")} options={owners} optional />
        <TextField name="nameZh" label={t("nameZh")} lang="zh-CN" optional />
        <TextField name="nameEn" label={t("nameEn")} lang="en" optional />
        <ComboField
          name="instituteId"
          label={t("institute")}
          search={searchEnterprisesAction}
          initial={institute}
          optional
        />
        <ComboField
          name="agreementId"
          label={t("agreement")}
          search={searchAgreementsAction}
          initial={agreement}
          optional
        />
      </FormSection>
      <FormSection title={t("plan")} help={t("planHelp")}>
        <NumberField name="target" label={t("target")} />
        <TextField name="firstYear" label={t("firstYear")} />
        <TextField name="lastYear" label={t("lastYear")} />
        <Wide>
          <TextareaField name="noteZh" label={t("noteZh")} lang="zh-CN" optional />
        </Wide>
        <Wide>
          <TextareaField name="noteEn" label={t("noteEn")} lang="en" optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}
