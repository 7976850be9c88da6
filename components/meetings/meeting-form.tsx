"use client";

import { useTranslations } from "next-intl";
import { EnterpriseCombo } from "@/components/enterprises/enterprise-combo";
import type { ComboOption } from "@/components/ui/form/combo-field";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { RecordForm } from "@/components/ui/form/record-form";
import { RowsField } from "@/components/ui/form/rows-field";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { TextareaField } from "@/components/ui/form/textarea-field";
import { useRecordForm } from "@/components/ui/form/use-record-form";
import { createMeetingAction, updateMeetingAction } from "@/lib/domain/meetings/actions";
import type { MeetingDetailDto } from "@/lib/domain/meetings/dto";
import { outcomeLabel } from "@/lib/domain/meetings/labels";
import { createMeetingSchema, outcomeKinds, updateMeetingSchema } from "@/lib/domain/meetings/schema";

type Props = {
  meeting?: MeetingDetailDto;
  /** For a new one: the series that it belongs to, and the number that comes next. */
  next?: { seriesId: string; number: string };
  series: SelectOption[];
  countries: SelectOption[];
  /** What the firms that took part are called. */
  firms: ComboOption[];
};

const blankAttendee = { enterpriseId: "", organisationZh: "", organisationEn: "", country: "", people: "" };
const blankOutcome = { id: "", kind: "DECISION", textZh: "", textEn: "" };

export function MeetingForm({ meeting, next, series, countries, firms }: Props) {
  const t = useTranslations("meetings");
  const all = useTranslations();
  const onSaved = ({ id }: { id: string }) => `/meetings/${id}`;
  const defaultValues = toDefaults(meeting, next);
  const creating = useRecordForm({
    schema: createMeetingSchema,
    action: createMeetingAction,
    defaultValues,
    onSaved,
  });
  const editing = useRecordForm({
    schema: updateMeetingSchema,
    action: updateMeetingAction,
    defaultValues: { ...defaultValues, id: meeting?.id ?? "", version: meeting?.version ?? 0 },
    onSaved,
  });
  return (
    <RecordForm
      record={meeting ? editing : creating}
      cancelHref={meeting ? `/meetings/${meeting.id}` : "/meetings"}
    >
      <FormSection title={t("basics")}>
        <SelectField name="seriesId" label={t("series")} options={series} />
        <NumberField name="number" label={t("number")} />
        <TextField name="titleZh" label={t("titleZh")} help={t("titleHelp")} lang="zh-CN" optional />
        <TextField name="titleEn" label={t("titleEn")} lang="en" optional />
        <DateField name="startsOn" label={t("startsOn")} />
        <DateField name="endsOn" label={t("endsOn")} help={t("endsHelp")} optional />
        <TextField name="placeZh" label={t("placeZh")} lang="zh-CN" optional />
        <TextField name="placeEn" label={t("placeEn")} lang="en" optional />
        <SelectField name="country" label={t("country")} options={countries} optional />
      </FormSection>
      <RowsField
        name="attendees"
        title={t("attendees")}
        help={t("attendeesHelp")}
        addLabel={t("addAttendee")}
        removeLabel={t("remove")}
        moveLabel={t("moveUp")}
        blank={blankAttendee}
      >
        {(path) => (
          <>
            <EnterpriseCombo name={`${path}.enterpriseId`} label={t("enterpriseId")} names={firms} />
            <SelectField name={`${path}.country`} label={t("country")} options={countries} optional />
            <TextField name={`${path}.organisationZh`} label={t("organisationZh")} lang="zh-CN" optional />
            <TextField name={`${path}.organisationEn`} label={t("organisationEn")} lang="en" optional />
            <TextField name={`${path}.people`} label={t("people")} optional />
          </>
        )}
      </RowsField>
      <RowsField
        name="outcomes"
        title={t("outcomes")}
        help={t("outcomesHelp")}
        addLabel={t("addOutcome")}
        removeLabel={t("remove")}
        moveLabel={t("moveUp")}
        blank={blankOutcome}
      >
        {(path) => (
          <>
            <SelectField
              name={`${path}.kind`}
              label={t("kindLabel")}
              options={outcomeKinds.map((kind) => ({ value: kind, label: all(outcomeLabel(kind)) }))}
            />
            <Wide>
              <TextareaField name={`${path}.textZh`} label={t("textZh")} lang="zh-CN" rows={2} optional />
            </Wide>
            <Wide>
              <TextareaField name={`${path}.textEn`} label={t("textEn")} lang="en" rows={2} optional />
            </Wide>
          </>
        )}
      </RowsField>
      <FormSection title={t("papers")}>
        <Wide>
          <TextareaField name="agendaZh" label={t("agendaZh")} lang="zh-CN" rows={5} optional />
        </Wide>
        <Wide>
          <TextareaField name="agendaEn" label={t("agendaEn")} lang="en" rows={5} optional />
        </Wide>
        <Wide>
          <TextareaField name="minutesZh" label={t("minutesZh")} lang="zh-CN" rows={6} optional />
        </Wide>
        <Wide>
          <TextareaField name="minutesEn" label={t("minutesEn")} lang="en" rows={6} optional />
        </Wide>
      </FormSection>
    </RecordForm>
  );
}

function toDefaults(meeting: MeetingDetailDto | undefined, next: Props["next"]) {
  return {
    seriesId: meeting?.seriesId ?? next?.seriesId ?? "",
    number: meeting?.number.toString() ?? next?.number ?? "",
    titleZh: meeting?.titleZh ?? "",
    titleEn: meeting?.titleEn ?? "",
    placeZh: meeting?.placeZh ?? "",
    placeEn: meeting?.placeEn ?? "",
    country: meeting?.country ?? "",
    startsOn: meeting?.startsOn ?? "",
    endsOn: meeting?.endsOn ?? "",
    agendaZh: meeting?.agendaZh ?? "",
    agendaEn: meeting?.agendaEn ?? "",
    minutesZh: meeting?.minutesZh ?? "",
    minutesEn: meeting?.minutesEn ?? "",
    attendees: (meeting?.attendees ?? []).map((attendee) => ({
      enterpriseId: attendee.enterpriseId ?? "",
      organisationZh: attendee.organisationZh ?? "",
      organisationEn: attendee.organisationEn ?? "",
      country: attendee.country ?? "",
      people: attendee.people ?? "",
    })),
    outcomes: (meeting?.outcomes ?? []).map((outcome) => ({
      id: outcome.id,
      kind: outcome.kind,
      textZh: outcome.textZh ?? "",
      textEn: outcome.textEn ?? "",
    })),
  };
}
