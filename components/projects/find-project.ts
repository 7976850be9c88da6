import type { Metadata } from "next";
import { getProject } from "@/lib/domain/projects/queries";
import { finder } from "@/lib/platform/auth/finder";
import { titleOf } from "@/lib/platform/i18n/names";

/** The project of a page, fetched once; out of reach is not found. */
export const findProject = finder("project", getProject);

/** The title of every page of a project. */
export async function titleOfProject(props: { params: Promise<{ id: string }> }): Promise<Metadata> {
  const { viewer, project } = await findProject((await props.params).id);
  return { title: titleOf(viewer.locale, project) };
}
