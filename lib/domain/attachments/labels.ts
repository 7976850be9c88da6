import type { AttachmentKind } from "@/lib/platform/db/generated/enums";

export const attachmentKindLabel = (kind: AttachmentKind) => `attachments.kind.${kind}` as const;
