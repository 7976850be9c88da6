import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import type { ReactNode } from "react";
import { findEnterprise } from "@/components/enterprises/find-enterprise";
import { MergeForm } from "@/components/enterprises/merge-form";
import { MergePick } from "@/components/enterprises/merge-pick";
import { toMergeRows } from "@/components/enterprises/merge-rows";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { getMergePlan } from "@/lib/domain/enterprises/queries-merge";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { translateMessage } from "@/lib/platform/i18n/translate-message";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("enterprises.merge"))("title") };
}

/** Two records of one firm side by side, and the choice of what stays. */
export default async function MergeEnterprisePage(props: Props) {
  const [{ id }, searchParams, t] = await Promise.all([props.params, props.searchParams, getTranslations()]);
  const { viewer, enterprise } = await findEnterprise(id);
  if (!enterprise.can.merge) forbidden();
  const name = nameOf(viewer.locale, enterprise);
  const goesId = firstValues(searchParams).with;
  const header = (action?: ReactNode) => (
    <PageHeader
      title={t("enterprises.merge.title")}
      trail={[{ href: `/enterprises/${id}`, label: name }]}
      action={action}
    />
  );
  if (!goesId) {
    return (
      <>
        {header()}
        <ClientMessages namespaces={["enterprises"]}>
          <MergePick id={id} />
        </ClientMessages>
      </>
    );
  }
  const plan = await getMergePlan(viewer, id, goesId);
  if (!plan) notFound();
  const { stays, goes, moved, clashes, problem } = plan;
  return (
    <>
      {header(
        <ButtonLink href={`/enterprises/${goesId}/merge?with=${id}`}>
          {t("enterprises.merge.swap")}
        </ButtonLink>,
      )}
      {problem ? (
        <Banner tone="bad" title={t("enterprises.merge.blocked")}>
          {translateMessage(t, problem)}
        </Banner>
      ) : (
        <ClientMessages namespaces={["enterprises"]}>
          <MergeForm
            key={`${id} ${goesId}`}
            stays={{ id, version: stays.version, name }}
            goes={{ id: goesId, version: goes.version, name: nameOf(viewer.locale, goes) }}
            rows={await toMergeRows(stays, goes)}
            names={{ stays: toNames(stays), goes: toNames(goes) }}
            moved={moved}
            clashes={clashes}
          />
        </ClientMessages>
      )}
    </>
  );
}

type Named = Record<"nameZh" | "nameEn" | "shortName", string | null> & { formerNames: string[] };

function toNames({ nameZh, nameEn, shortName, formerNames }: Named): Named {
  return { nameZh, nameEn, shortName, formerNames };
}
