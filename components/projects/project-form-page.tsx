import { ProjectForm } from "@/components/projects/project-form";
import { type CustomEntry, toCustomEntries } from "@/lib/domain/custom-fields/dto";
import { listFieldsOf } from "@/lib/domain/custom-fields/queries";
import { listParkOptions } from "@/lib/domain/parks/queries";
import type { ProjectDto } from "@/lib/domain/projects/dto";
import { listProjectTags } from "@/lib/domain/projects/queries-tags";
import { listOwnerOptions } from "@/lib/domain/users/queries";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";

/** The form with what it offers to choose from. */
export async function ProjectFormPage({
  viewer,
  project,
}: {
  viewer: Viewer;
  project?: ProjectDto & { customFields: CustomEntry[] };
}) {
  const [parks, owners, tags, fields] = await Promise.all([
    listParkOptions(viewer),
    listOwnerOptions(viewer),
    listProjectTags(viewer),
    project ? [] : listFieldsOf(viewer, "PROJECT"),
  ]);
  const { lead, agreement } = project ?? {};
  return (
    <ClientMessages namespaces={["projects", "enterprises", "custom-fields"]}>
      <ProjectForm
        project={project}
        tags={tags}
        custom={project?.customFields ?? toCustomEntries(fields, {})}
        parks={parks.map((park) => ({ value: park.id, label: nameOf(viewer.locale, park) }))}
        owners={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
        agreement={
          agreement
            ? { value: agreement.id, label: `${agreement.code} ${titleOf(viewer.locale, agreement)}` }
            : null
        }
        lead={lead ? { value: lead.id, label: nameOf(viewer.locale, lead) } : null}
      />
    </ClientMessages>
  );
}
