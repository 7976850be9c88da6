"use client";

import { useTranslations } from "next-intl";
import { FormSection } from "@/components/ui/form/form-section";
import { RecordForm } from "@/components/ui/form/record-form";
import { TextField } from "@/components/ui/form/text-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { updateZoneAction } from "@/lib/domain/zone/actions";
import type { ZoneDto } from "@/lib/domain/zone/dto";
import { ZONE_ID } from "@/lib/domain/zone/rules";
import { updateZoneSchema } from "@/lib/domain/zone/schema";

/** Which zone this is, where it lies and who reports on it. */
export function ZoneForm({ zone }: { zone: ZoneDto }) {
  const t = useTranslations("zone");
  const record = useRecordForm({
    schema: updateZoneSchema,
    action: updateZoneAction,
    defaultValues: {
      id: ZONE_ID,
      version: zone.version,
      nameZh: zone.nameZh ?? "",
      nameEn: zone.nameEn ?? "",
      regionZh: zone.regionZh ?? "",
      regionEn: zone.regionEn ?? "",
      officeZh: zone.officeZh ?? "",
      officeEn: zone.officeEn ?? "",
    },
    onSaved: () => "/zone",
  });
  return (
    <RecordForm record={record} cancelHref="/zone">
      <FormSection title={t("name")} help={t("help")}>
        <TextField name="nameZh" label={t("nameZh")} lang="zh-CN" optional autoFocus />
        <TextField name="nameEn" label={t("nameEn")} lang="en" optional />
      </FormSection>
      <FormSection title={t("region")} help={t("regionHelp")}>
        <TextField name="regionZh" label={t("regionZh")} lang="zh-CN" optional />
        <TextField name="regionEn" label={t("regionEn")} lang="en" optional />
      </FormSection>
      <FormSection title={t("office")} help={t("officeHelp")}>
        <TextField name="officeZh" label={t("officeZh")} lang="zh-CN" optional />
        <TextField name="officeEn" label={t("officeEn")} lang="en" optional />
      </FormSection>
    </RecordForm>
  );
}
