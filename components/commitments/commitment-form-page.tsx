import type { CommitmentDetailDto } from "@/lib/domain/commitments/dto";
import { listParkOptions } from "@/lib/domain/parks/queries";
import { listOwnerOptions } from "@/lib/domain/users/queries";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { CommitmentForm } from "./commitment-form";

type Titled = { id: string; code: string; titleZh: string | null; titleEn: string | null };
type Named = { id: string; nameZh: string | null; nameEn: string | null };

/** The form with what it offers to choose from, and what the ids that it opens with are called. */
export async function CommitmentFormPage(props: {
  viewer: Viewer;
  commitment?: CommitmentDetailDto;
  /** What a new one stands under, where the way here said it. */
  agreement?: Titled | null;
  project?: Titled | null;
}) {
  const { viewer, commitment } = props;
  const [parks, owners] = await Promise.all([listParkOptions(viewer), listOwnerOptions(viewer)]);
  const titled = (one?: Titled | null) =>
    one ? { value: one.id, label: `${one.code} ${titleOf(viewer.locale, one)}` } : null;
  const named = (one?: (Named & { code?: string }) | null) =>
    one ? { value: one.id, label: [one.code, nameOf(viewer.locale, one)].filter(Boolean).join(" ") } : null;
  return (
    <ClientMessages namespaces={["commitments"]}>
      <CommitmentForm
        commitment={commitment}
        owners={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
        parks={parks.map((park) => ({ value: park.id, label: nameOf(viewer.locale, park) }))}
        named={{
          promisorId: named(commitment?.promisor),
          agreementId: titled(commitment?.agreement ?? props.agreement),
          projectId: titled(commitment?.project ?? props.project),
          ofEnterpriseId: named(commitment?.ofEnterprise),
          ofProgrammeId: named(commitment?.ofProgramme),
          ofProjectId: titled(commitment?.ofProject),
          ofAgreementId: titled(commitment?.ofAgreement),
        }}
      />
    </ClientMessages>
  );
}
