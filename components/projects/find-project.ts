import { getProject } from "@/lib/domain/projects/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The project of a page, fetched once; out of reach is not found. */
export const findProject = finder("project", getProject);
