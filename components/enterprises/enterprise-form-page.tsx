import { EnterpriseForm } from "@/components/enterprises/enterprise-form";
import { listAttachments } from "@/lib/domain/attachments/queries";
import { toCustomEntries } from "@/lib/domain/custom-fields/dto";
import { listFieldsOf } from "@/lib/domain/custom-fields/queries";
import type { EnterpriseDto } from "@/lib/domain/enterprises/dto";
import { listEnterpriseTags } from "@/lib/domain/enterprises/queries-tags";
import { listParkOptions } from "@/lib/domain/parks/queries";
import { listOwnerOptions } from "@/lib/domain/users/queries";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { commonCountries, countryName } from "@/lib/platform/i18n/countries";
import { nameOf } from "@/lib/platform/i18n/names";

/** The form with what it offers to choose from. */
export async function EnterpriseFormPage({
  viewer,
  enterprise,
}: {
  viewer: Viewer;
  enterprise?: EnterpriseDto;
}) {
  const [parks, owners, tags, fields, files] = await Promise.all([
    listParkOptions(viewer),
    listOwnerOptions(viewer),
    listEnterpriseTags(viewer),
    enterprise ? [] : listFieldsOf(viewer, "ENTERPRISE"),
    enterprise ? listAttachments(viewer, { owner: "enterprises", ownerId: enterprise.id }) : { rows: [] },
  ]);
  const codes = new Set<string>([...commonCountries, ...(enterprise?.country ? [enterprise.country] : [])]);
  return (
    <ClientMessages namespaces={["enterprises", "custom-fields"]}>
      <EnterpriseForm
        enterprise={enterprise}
        tags={tags}
        papers={files.rows.map((file) => ({ value: file.id, label: file.title ?? file.fileName }))}
        custom={enterprise?.customFields ?? toCustomEntries(fields, {})}
        parks={parks.map((park) => ({ value: park.id, label: nameOf(viewer.locale, park) }))}
        owners={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
        countries={[...codes].map((code) => ({
          value: code,
          label: countryName(viewer.locale, code) ?? code,
        }))}
      />
    </ClientMessages>
  );
}
