import type { ClaimDto } from "@/lib/domain/claims/dto";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { ClaimForm } from "./claim-form";

/** The form with what the records that its figures are counted over are called. */
export function ClaimFormPage({ viewer, claim }: { viewer: Viewer; claim?: ClaimDto }) {
  const names = Object.fromEntries(
    (claim?.bindings ?? []).flatMap(({ scopeId, of }) =>
      scopeId && of ? [[scopeId, nameOf(viewer.locale, of)]] : [],
    ),
  );
  return (
    <ClientMessages namespaces={["claims"]}>
      <ClaimForm claim={claim} names={names} today={todayInZone()} />
    </ClientMessages>
  );
}
