import { FigureGrid } from "@/components/reports/figure-grid";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { listRoundFigures } from "@/lib/reports/figures";
import { getRoundFigures } from "@/lib/reports/returns/facts";
import type { Round } from "./find-round";

/** Response, punctuality, coverage and people of a round, each with its formula; and who was left out, by number. */
export async function RoundFigures({ viewer, round }: { viewer: Viewer; round: Round }) {
  const [t, figures] = await Promise.all([
    getTranslations("return-rounds"),
    getRoundFigures(viewer, round.id),
  ]);
  const { all, inScope, registeredOnly, publicBodies, exemptOther } = figures;
  return (
    <>
      <p>{t("scopeSaid", { all, inScope, registeredOnly, publicBodies, exemptOther })}</p>
      <p>
        {t("statesSaid", {
          ...{ notStarted: figures.notStarted, draft: figures.draft, submitted: figures.submitted },
          ...{ returned: figures.returned, accepted: figures.accepted, estimated: figures.estimated },
          late: figures.late,
        })}
      </p>
      <FigureGrid figures={listRoundFigures(figures)} asOf={round.referenceOn} mayRows={false} query={{}} />
      <p>{t("peopleSaid", { accepted: figures.acceptedPeople, carried: figures.carriedPeople })}</p>
    </>
  );
}
