import type {
  Cluster,
  EnterpriseStage,
  IdentifierType,
  PresenceKind,
} from "@/lib/platform/db/generated/enums";

export const clusterLabel = (cluster: Cluster) => `enterprises.cluster.${cluster}`;
export const stageLabel = (stage: EnterpriseStage) => `enterprises.stage.${stage}`;
export const identifierLabel = (type: IdentifierType) => `enterprises.identifier.${type}`;
export const presenceLabel = (kind: PresenceKind) => `enterprises.presence.${kind}`;

/** In what two firms are alike. */
export type DuplicateReason = "IDENTIFIER" | "NAME" | "NEAR" | "PINYIN" | "WEBSITE" | "PHONE" | "EMAIL";
export const duplicateLabel = (reason: DuplicateReason) => `enterprises.alike.${reason}`;
