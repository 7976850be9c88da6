import { ReportSection } from "@/components/reports/section";
import { countAwaited } from "@/lib/domain/returns/queries-workbooks";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { BringWorkbooks } from "./bring-workbooks";

/** The workbooks of a round's firms: all of them out, and as many as come back in. Nothing once nobody may answer. */
export async function RoundWorkbooks(props: { viewer: Viewer; roundId: string; mayBring: boolean }) {
  const { viewer, roundId } = props;
  const [t, count] = await Promise.all([getTranslations("return-rounds"), countAwaited(viewer, roundId)]);
  if (count === 0) return null;
  const at = `/api/v1/return-rounds/${roundId}/workbooks`;
  return (
    <ReportSection title={t("workbooks")}>
      <p>{t("workbooksHelp", { count })}</p>
      <p>
        <a href={at} download>
          {t("workbooksDownload")}
        </a>
      </p>
      {props.mayBring ? (
        <ClientMessages namespaces={["return-rounds"]}>
          <BringWorkbooks action={at} />
        </ClientMessages>
      ) : null}
    </ReportSection>
  );
}
