import type { Metadata } from "next";
import { findPolicy } from "@/components/policies/find-policy";
import { PolicyFacts } from "@/components/policies/policy-facts";
import { PolicyHeader } from "@/components/policies/policy-header";
import { PolicyParts } from "@/components/policies/policy-parts";
import { PolicyText, PolicyVersions } from "@/components/policies/policy-texts";
import { versionOn } from "@/lib/domain/policies/rules";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ id }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { viewer, policy } = await findPolicy(id, asOfFrom(searchParams));
  return { title: titleOf(viewer.locale, policy) };
}

export default async function PolicyPage(props: Props) {
  const [{ id }, searchParams, t] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("policies"),
  ]);
  const asOf = asOfFrom(searchParams);
  const { policy } = await findPolicy(id, asOf);
  const text = versionOn(policy.versions, asOf);
  return (
    <>
      <PolicyHeader policy={policy} side="" />
      <PolicyFacts policy={policy} />
      {policy.kind === "SYSTEM" ? (
        <>
          <h2>{t("parts")}</h2>
          <PolicyParts policy={policy} searchParams={searchParams} />
        </>
      ) : null}
      <h2>{t("inForceOn", { on: asOf })}</h2>
      {text ? <PolicyText text={text} /> : <p>{t("noneInForce")}</p>}
      <h2>{t("versions")}</h2>
      <PolicyVersions policy={policy} asOf={asOf} searchParams={searchParams} />
    </>
  );
}
