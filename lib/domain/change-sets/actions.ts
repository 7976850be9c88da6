"use server";
import { defineAction } from "@/lib/platform/action/define";
import { undoChangeSetSchema } from "./schema";
import { undoChangeSet } from "./service";

export const undoChangeSetAction = defineAction(undoChangeSetSchema, undoChangeSet);
