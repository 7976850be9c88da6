import { getEmployee } from "@/lib/domain/employees/queries";
import { finder } from "@/lib/platform/auth/finder";

/** The person of a page, fetched once; out of reach is not found. The name comes with it where names are open. */
export const findEmployee = finder("employee", (viewer, id: string) => getEmployee(viewer, id, "PAGE"));
/** The same without asking for the name: for pages that do not show it. */
export const findEmployeeUnnamed = finder("employee", (viewer, id: string) => getEmployee(viewer, id));
