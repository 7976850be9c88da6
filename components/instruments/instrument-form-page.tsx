import type { InstrumentDto } from "@/lib/domain/instruments/dto";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { InstrumentForm } from "./instrument-form";

/** The form with what its type-aheads begin with. */
export function InstrumentFormPage(props: { viewer: Viewer; instrument?: InstrumentDto }) {
  const { viewer, instrument } = props;
  const { issuer, agreement } = instrument ?? {};
  return (
    <ClientMessages namespaces={["instruments"]}>
      <InstrumentForm
        instrument={instrument}
        issuer={issuer ? { value: issuer.id, label: nameOf(viewer.locale, issuer) } : null}
        agreement={agreement ? { value: agreement.id, label: titleOf(viewer.locale, agreement) } : null}
        today={todayInZone()}
      />
    </ClientMessages>
  );
}
