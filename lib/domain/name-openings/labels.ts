import type { NamePurpose } from "@/lib/platform/db/generated/enums";

export const purposeLabel = (purpose: NamePurpose) => `name-openings.purpose.${purpose}`;
