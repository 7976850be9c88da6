import { listParkOptions } from "@/lib/domain/parks/queries";
import { listFormOptions } from "@/lib/domain/return-forms/queries";
import type { RoundDto } from "@/lib/domain/return-rounds/dto";
import { listOwnerOptions } from "@/lib/domain/users/queries";
import { reachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { addDays, type CivilDate } from "@/lib/platform/dates/civil";
import { lastCompletedQuarterEnd, startOfQuarter } from "@/lib/platform/dates/periods";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { RoundForm } from "./round-form";

/** The form with what it offers to choose from, and the days that a quarterly round usually has. */
export async function RoundFormPage({ viewer, round }: { viewer: Viewer; round?: RoundDto }) {
  const [forms, parks, owners] = await Promise.all([
    listFormOptions(viewer),
    listParkOptions(viewer),
    listOwnerOptions(viewer),
  ]);
  const { locale } = viewer;
  return (
    <ClientMessages namespaces={["return-rounds"]}>
      <RoundForm
        round={round}
        forms={forms.map((form) => ({ value: form.id, label: `${form.code} ${titleOf(locale, form)}` }))}
        parks={parks.map((park) => ({ value: park.id, label: nameOf(locale, park) }))}
        owners={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
        days={usualDays(todayInZone())}
        zone={reachesZone(viewer)}
      />
    </ClientMessages>
  );
}

/** The quarter that ended last, open from today for two weeks, and for two more to those who are late. */
function usualDays(today: CivilDate) {
  const referenceOn = lastCompletedQuarterEnd(today);
  return {
    ...{ periodFrom: startOfQuarter(referenceOn), referenceOn },
    ...{ opensOn: today, dueOn: addDays(today, 14), closesOn: addDays(today, 28) },
  };
}
