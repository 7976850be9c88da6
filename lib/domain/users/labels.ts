import type { Role, UserStatus } from "@/lib/platform/db/generated/enums";

export const roleLabels: Record<Role, string> = {
  ADMIN: "users.role.ADMIN",
  OFFICER: "users.role.OFFICER",
  MANAGER: "users.role.MANAGER",
  ENTERPRISE: "users.role.ENTERPRISE",
  VIEWER: "users.role.VIEWER",
};
export const userStatusLabels: Record<UserStatus, string> = {
  INVITED: "users.status.INVITED",
  ACTIVE: "users.status.ACTIVE",
  SUSPENDED: "users.status.SUSPENDED",
};
