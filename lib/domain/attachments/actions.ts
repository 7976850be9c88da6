"use server";

import { defineAction } from "@/lib/platform/action/define";
import { deleteAttachmentSchema, updateAttachmentSchema } from "./schema";
import { deleteAttachment, updateAttachment } from "./service";

export const updateAttachmentAction = defineAction(updateAttachmentSchema, updateAttachment);
export const deleteAttachmentAction = defineAction(deleteAttachmentSchema, deleteAttachment);
