"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { type Twin, TwinQuestion } from "@/components/enterprises/twin-question";
import { ComboField, type ComboOption } from "@/components/ui/form/combo-field";
import { FormSection, Wide } from "@/components/ui/form/form-section";
import { useRecordContext } from "@/components/ui/form/record-context";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { useValues } from "@/components/ui/form/use-values";
import { searchEnterprisesAction } from "@/lib/domain/enterprises/actions";
import { clusterLabel, identifierLabel } from "@/lib/domain/enterprises/labels";
import { isUen, isUscc, toIdentifier } from "@/lib/domain/enterprises/rules";
import { clusters, identifierTypes } from "@/lib/domain/enterprises/schema";
import { NEW_FIRM } from "@/lib/domain/leases/schema";

type Props = { countries: SelectOption[]; initial?: ComboOption; refusals: number };

/** Which firm: one on record, found by typing, or a new one under the name that was typed. */
export function LogFirm({ countries, initial, refusals }: Props) {
  const t = useTranslations();
  const { form } = useRecordContext();
  const [enterpriseId, identifier = ""] = useValues(["enterpriseId", "firm.identifier"]);
  const typed = useRef(new Map<string, string>());
  const [used, setUsed] = useState(initial);
  const fill = (path: string, value: string) => form.setValue(`firm.${path}`, value, { shouldDirty: true });

  // The number itself says of which kind it is.
  useEffect(() => {
    const number = toIdentifier(identifier);
    const type = isUscc(number) ? "USCC" : isUen(number) ? "UEN" : null;
    if (type) form.setValue("firm.identifierType", type, { shouldDirty: true });
  }, [form, identifier]);

  async function search(query: string): Promise<ComboOption[]> {
    const found = await searchEnterprisesAction(query);
    if (!query) return found;
    const label = t("leases.newFirm", { name: query });
    typed.current.set(label, query);
    return [...found, { value: NEW_FIRM, label }];
  }

  function pick(option: ComboOption | null) {
    if (option?.value !== NEW_FIRM) return;
    const text = typed.current.get(option.label) ?? "";
    const number = toIdentifier(text);
    if (isUscc(number) || isUen(number)) return fill("identifier", number);
    const chinese = /\p{Script=Han}/u.test(text);
    fill("nameZh", chinese ? text : "");
    fill("nameEn", chinese ? "" : text);
  }

  function take(twin: Twin, name: string) {
    setUsed({ value: twin.id, label: name });
    form.setValue("enterpriseId", twin.id, { shouldDirty: true, shouldValidate: true });
    form.setFocus("startsOn");
  }

  const options = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: t(label(value)) }));
  return (
    <FormSection title={t("leases.firm")}>
      <Wide>
        <ComboField
          name="enterpriseId"
          label={t("leases.enterprise")}
          help={t("leases.firmHelp")}
          search={search}
          initial={used ?? null}
          onPick={pick}
          autoFocus
        />
      </Wide>
      {enterpriseId === NEW_FIRM ? (
        <>
          <TwinQuestion path="firm" onUse={take} refusals={refusals} next="firm.identifier" />
          <TextField name="firm.nameZh" label={t("enterprises.nameZh")} lang="zh-CN" optional />
          <TextField name="firm.nameEn" label={t("enterprises.nameEn")} lang="en" optional />
          <TextField name="firm.identifier" label={t("enterprises.identifierLabel")} optional />
          <SelectField
            name="firm.identifierType"
            label={t("enterprises.type")}
            options={options(identifierTypes, identifierLabel)}
          />
          <SelectField
            name="firm.country"
            label={t("enterprises.countryLabel")}
            options={countries}
            optional
          />
          <SelectField
            name="firm.cluster"
            label={t("enterprises.clusterLabel")}
            options={options(clusters, clusterLabel)}
          />
        </>
      ) : null}
    </FormSection>
  );
}
