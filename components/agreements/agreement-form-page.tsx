import type { AgreementDto } from "@/lib/domain/agreements/dto";
import { toMeetingTitles } from "@/lib/domain/meetings/dto";
import { listMeetingOptions } from "@/lib/domain/meetings/queries";
import { listOwnerOptions } from "@/lib/domain/users/queries";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { commonCountries, countryName } from "@/lib/platform/i18n/countries";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { AgreementForm } from "./agreement-form";

/** The form with what it offers to choose from. `meeting` is the session that a new one was signed at. */
export async function AgreementFormPage({
  viewer,
  agreement,
  meeting,
}: {
  viewer: Viewer;
  agreement?: AgreementDto;
  meeting?: string;
}) {
  const { locale } = viewer;
  const [meetings, owners] = await Promise.all([listMeetingOptions(viewer), listOwnerOptions(viewer)]);
  const session = meetings.find(({ id }) => id === meeting);
  const known = agreement?.parties.flatMap(({ country }) => country ?? []) ?? [];
  const codes = new Set<string>([...commonCountries, ...known]);
  return (
    <ClientMessages namespaces={["agreements", "enterprises"]}>
      <AgreementForm
        agreement={agreement}
        signedAt={session && { meetingId: session.id, on: session.startsOn }}
        meetings={meetings.map((one) => ({
          value: one.id,
          label: `${titleOf(locale, toMeetingTitles(one))} · ${one.startsOn}`,
        }))}
        owners={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
        countries={[...codes].map((code) => ({ value: code, label: countryName(locale, code) ?? code }))}
        firms={(agreement?.parties ?? []).flatMap(({ enterpriseId, enterprise }) =>
          enterpriseId && enterprise ? [{ value: enterpriseId, label: nameOf(locale, enterprise) }] : [],
        )}
      />
    </ClientMessages>
  );
}
