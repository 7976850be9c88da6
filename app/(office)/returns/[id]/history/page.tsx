import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { RecordHistory } from "@/components/history/record-history";
import { findReturn } from "@/components/returns/find-return";
import { ReturnHeader } from "@/components/returns/return-header";
import { can } from "@/lib/domain/permissions";
import { fieldsOf } from "@/lib/domain/return-forms/rules";
import { listHistory } from "@/lib/platform/change-sets/history";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, found } = await findReturn((await props.params).id);
  return { title: nameOf(viewer.locale, found.enterprise) };
}

export default async function ReturnHistoryPage(props: Props) {
  const { id } = await props.params;
  const { viewer, found } = await findReturn(id);
  if (!can(viewer, "return-rounds.read")) forbidden();
  const t = await getTranslations("returns");
  // Answers and what is said of them stand under the keys of the questions.
  const labels = Object.fromEntries(
    fieldsOf(found.definition).flatMap(({ key, labelZh, labelEn }) => {
      const question = nameOf(viewer.locale, { nameZh: labelZh, nameEn: labelEn });
      return [
        [`answers.${key}`, question],
        [`carried.${key}`, t("carriedOf", { question })],
        [`comments.${key}`, t("commentOn", { question })],
        [`reasons.${key}`, t("reasonOf", { question })],
      ];
    }),
  );
  return (
    <>
      <ReturnHeader found={found} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="returns" labels={labels} />
    </>
  );
}
