import type { ProgrammeDto } from "@/lib/domain/programmes/dto";
import { listOwnerOptions } from "@/lib/domain/users/queries";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { ProgrammeForm } from "./programme-form";

/** The form with what it offers to choose from. */
export async function ProgrammeFormPage(props: { viewer: Viewer; programme?: ProgrammeDto }) {
  const { viewer, programme } = props;
  const owners = await listOwnerOptions(viewer);
  const { institute, agreement } = programme ?? {};
  return (
    <ClientMessages namespaces={["programmes"]}>
      <ProgrammeForm
        programme={programme}
        owners={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
        institute={institute ? { value: institute.id, label: nameOf(viewer.locale, institute) } : null}
        agreement={agreement ? { value: agreement.id, label: titleOf(viewer.locale, agreement) } : null}
      />
    </ClientMessages>
  );
}
