import type { ProjectKind, ProjectStage } from "@/lib/platform/db/generated/enums";

export const projectKindLabel = (kind: ProjectKind) => `projects.kind.${kind}`;
export const projectStageLabel = (stage: ProjectStage) => `projects.stage.${stage}`;
