import { conflict } from "@/lib/platform/errors/app-error";

/** Somebody must be able to manage the installation: the last active administrator stays one. */
export function assertAdminRemains(otherActiveAdmins: number): void {
  if (otherActiveAdmins === 0) throw conflict("users.errors.lastAdmin");
}
