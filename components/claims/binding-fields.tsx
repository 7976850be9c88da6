"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ComboField } from "@/components/ui/form/combo-field";
import { NumberField } from "@/components/ui/form/number-field";
import { useRecordContext } from "@/components/ui/form/record-context";
import { SelectField } from "@/components/ui/form/select-field";
import { useValues } from "@/components/ui/form/use-values";
import { searchClaimScopesAction } from "@/lib/domain/claims/actions";
import {
  claimComparisonLabel,
  claimMetricHelp,
  claimMetricLabel,
  claimScopeLabel,
} from "@/lib/domain/claims/labels";
import {
  type ClaimMetric,
  claimComparisons,
  claimMetricScopes,
  claimMetrics,
  claimScopes,
} from "@/lib/domain/claims/schema";
import { totalCurrencies } from "@/lib/domain/rates/schema";

/** One figure of the sentence: which, over what, and how much is said of it. */
export function BindingFields({ path, names }: { path: string; names: Record<string, string> }) {
  const t = useTranslations();
  const [metricText, scopeText, id = ""] = useValues([`${path}.metric`, `${path}.scope`, `${path}.scopeId`]);
  const metric = claimMetrics.find((one) => one === metricText) ?? "TENANTS";
  const scope = claimScopes.find((one) => one === scopeText) ?? "ZONE";
  const { form } = useRecordContext();
  const before = useRef(scope);
  // A park is no firm: what was chosen of one kind says nothing of another.
  useEffect(() => {
    if (before.current === scope) return;
    before.current = scope;
    form.setValue(`${path}.scopeId`, "", { shouldDirty: true });
  }, [form, path, scope]);
  const scopes: readonly (typeof claimScopes)[number][] = claimMetricScopes[metric satisfies ClaimMetric];
  return (
    <>
      <SelectField
        name={`${path}.metric`}
        label={t("claims.metricLabel")}
        help={t(claimMetricHelp(metric))}
        options={claimMetrics.map((value) => ({ value, label: t(claimMetricLabel(value)) }))}
      />
      <SelectField
        name={`${path}.scope`}
        label={t("claims.scopeLabel")}
        // One that the figure is not counted over stays to be seen, and is refused, rather than change by itself.
        options={claimScopes
          .filter((value) => scopes.includes(value) || value === scope)
          .map((value) => ({ value, label: t(claimScopeLabel(value)) }))}
      />
      {scope === "ZONE" ? null : (
        <ComboField
          key={scope}
          name={`${path}.scopeId`}
          label={t("claims.scopeId")}
          search={(query) => searchClaimScopesAction({ scope, query })}
          initial={names[id] ? { value: id, label: names[id] } : null}
        />
      )}
      {metric === "ISSUANCE" ? (
        <SelectField
          name={`${path}.currency`}
          label={t("claims.currency")}
          options={totalCurrencies.map((value) => ({ value, label: value }))}
        />
      ) : null}
      <SelectField
        name={`${path}.comparison`}
        label={t("claims.comparisonLabel")}
        options={claimComparisons.map((value) => ({ value, label: t(claimComparisonLabel(value)) }))}
      />
      <NumberField name={`${path}.said`} label={t("claims.said")} help={t("claims.saidHelp")} />
    </>
  );
}
