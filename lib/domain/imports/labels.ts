import type { ImportStatus } from "@/lib/platform/db/generated/enums";
import type { importKinds } from "./schema";

export const importKindLabel = (kind: (typeof importKinds)[number]) => `imports.kind.${kind}`;
export const importStatusLabel = (status: ImportStatus) => `imports.status.${status}`;
