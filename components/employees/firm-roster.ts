import { notFound } from "next/navigation";
import { cache } from "react";
import { getEmployee } from "@/lib/domain/employees/queries";
import { requireFirm } from "@/lib/platform/auth/firm";

/** Where a firm keeps its own roster. */
export const FIRM_ROSTER = "/portal/people/roster";

/** A person of the firm that one acts for, by name: the file is its own. Another firm's is not found. */
export const findOwnEmployee = cache(async (id: string) => {
  const { viewer, enterpriseId } = await requireFirm();
  const employee = await getEmployee(viewer, id, "PAGE");
  if (!employee) notFound();
  return { viewer, enterpriseId, employee };
});
