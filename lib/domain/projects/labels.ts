import type {
  AmountKind,
  EntryKind,
  EntrySeverity,
  PartnerRole,
  ProjectKind,
  ProjectStage,
} from "@/lib/platform/db/generated/enums";

export const projectKindLabel = (kind: ProjectKind) => `projects.kind.${kind}`;
export const projectStageLabel = (stage: ProjectStage) => `projects.stage.${stage}`;
export const partnerRoleLabel = (role: PartnerRole) => `projects.partnerRole.${role}`;
export const amountKindLabel = (kind: AmountKind) => `projects.money.kind.${kind}`;
export const entryKindLabel = (kind: EntryKind) => `projects.entry.kind.${kind}`;
export const entrySeverityLabel = (severity: EntrySeverity) => `projects.entry.severity.${severity}`;
