import { CommitmentChart } from "@/components/commitments/commitment-chart";
import { CommitmentFacts } from "@/components/commitments/commitment-facts";
import { CommitmentHeader } from "@/components/commitments/commitment-header";
import { findCommitment, titleOfCommitment } from "@/components/commitments/find-commitment";
import { MeasurementTable } from "@/components/commitments/measurement-table";
import { Chain } from "@/components/promises/chain";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { getCommitmentStanding } from "@/lib/reports/commitments/facts";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export const generateMetadata = titleOfCommitment;

export default async function CommitmentPage(props: Props) {
  const [{ id }, searchParams, t] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("commitments"),
  ]);
  const { viewer, commitment } = await findCommitment(id);
  const asOf = asOfFrom(searchParams);
  const { figures, missing, values } = await getCommitmentStanding(commitment, asOf);
  return (
    <>
      <CommitmentHeader commitment={commitment} side="" />
      <CommitmentFacts commitment={commitment} figures={figures} missing={missing} asOf={asOf} />
      <h2>{t("chart")}</h2>
      <CommitmentChart commitment={commitment} values={values} asOf={asOf} />
      <Chain viewer={viewer} of={{ noun: "commitments", id }} asOf={asOf} />
      <h2>{commitment.metric === "TYPED" ? t("measurements") : t("table")}</h2>
      <MeasurementTable commitment={commitment} values={values} asOf={asOf} />
    </>
  );
}
