"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ComboField, type ComboOption } from "@/components/ui/form/combo-field";
import { DateField } from "@/components/ui/form/date-field";
import { FormSection } from "@/components/ui/form/form-section";
import { NumberField } from "@/components/ui/form/number-field";
import { useRecordContext } from "@/components/ui/form/record-context";
import { RowsField } from "@/components/ui/form/rows-field";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { useValues } from "@/components/ui/form/use-values";
import { computeUsualEnd } from "@/lib/domain/leases/rules";
import { searchFreeUnitsAction } from "@/lib/domain/units/actions";
import { parseCivilDate } from "@/lib/platform/dates/parse";
import { blankLine } from "./log-blank";

/** From when until when, and where: among the units that are free on all of those days. */
export function LogUnits({ parks, names }: { parks: SelectOption[]; names: Record<string, ComboOption> }) {
  const t = useTranslations("leases");
  const { form } = useRecordContext();
  const areas = useRef(new Map<string, string>());
  useEndFollowsStart();

  async function search(query: string): Promise<ComboOption[]> {
    const [parkId, startsOn, endsOn] = form.getValues(["parkId", "startsOn", "endsOn"]);
    const units = await searchFreeUnitsAction({ query, parkId, startsOn, endsOn });
    for (const unit of units) areas.current.set(unit.value, unit.area);
    return units;
  }

  function pick(path: string, option: ComboOption | null) {
    const area = areas.current.get(option?.value ?? "") ?? "";
    form.setValue(`${path}.area`, area, { shouldDirty: true });
  }

  return (
    <>
      <FormSection title={t("when")}>
        <DateField name="startsOn" label={t("startsOn")} />
        <DateField name="endsOn" label={t("endsOn")} />
        {parks.length > 1 ? (
          <SelectField name="parkId" label={t("park")} options={parks} empty={t("anyPark")} />
        ) : null}
      </FormSection>
      <RowsField
        name="lines"
        title={t("lines")}
        help={t("unitFreeHelp")}
        addLabel={t("addLine")}
        removeLabel={t("removeLine")}
        blank={blankLine}
        least={1}
      >
        {(path) => (
          <>
            <ComboField
              name={`${path}.unitId`}
              label={t("unitFree")}
              search={search}
              initial={names[String(form.getValues(`${path}.unitId`))] ?? null}
              onPick={(option) => pick(path, option)}
            />
            <NumberField name={`${path}.area`} label={t("area")} help={t("areaHelp")} optional />
          </>
        )}
      </RowsField>
    </>
  );
}

/** As long as nobody has chosen another end, it keeps its distance from the start. */
function useEndFollowsStart(): void {
  const { form } = useRecordContext();
  const [typed = ""] = useValues(["startsOn"]);
  const startsOn = parseCivilDate(typed);
  const before = useRef(startsOn);
  useEffect(() => {
    if (!startsOn || startsOn === before.current) return;
    const usual = before.current && computeUsualEnd(before.current);
    if (parseCivilDate(String(form.getValues("endsOn"))) === usual) {
      form.setValue("endsOn", computeUsualEnd(startsOn), { shouldDirty: true });
    }
    before.current = startsOn;
  }, [form, startsOn]);
}
