"use client";

import { useTranslations } from "next-intl";
import { ComboField, type ComboOption } from "@/components/ui/form/combo-field";
import { SelectField, type SelectOption } from "@/components/ui/form/select-field";
import { searchAgreementsAction } from "@/lib/domain/agreements/actions";
import { searchProgrammeOptionsAction, searchProjectOptionsAction } from "@/lib/domain/commitments/actions";
import { type Binding, bindingsOf } from "@/lib/domain/commitments/rules";
import { searchEnterprisesAction } from "@/lib/domain/enterprises/actions";

export type BindingNames = Record<Exclude<Binding, "ofParkId">, ComboOption | null>;

const searches = {
  ofEnterpriseId: searchEnterprisesAction,
  ofProgrammeId: searchProgrammeOptionsAction,
  ofProjectId: searchProjectOptionsAction,
  ofAgreementId: searchAgreementsAction,
};

/** What a live metric counts: the fields of the metric that is chosen. Of two, one is filled in. */
export function CountedFields(props: { metric: string; parks: SelectOption[]; named: BindingNames }) {
  const t = useTranslations("commitments");
  const names = bindingsOf[props.metric as keyof typeof bindingsOf] ?? [];
  const optional = names.length > 1;
  return names.map((name) =>
    name === "ofParkId" ? (
      <SelectField key={name} name={name} label={t(name)} options={props.parks} optional={optional} />
    ) : (
      <ComboField
        key={name}
        name={name}
        label={t(name)}
        search={searches[name]}
        initial={props.named[name]}
        optional={optional}
      />
    ),
  );
}
