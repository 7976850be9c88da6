import { undoChangeSet } from "@/lib/domain/change-sets/service";
import { createEnterpriseSchema } from "@/lib/domain/enterprises/schema";
import { createEnterprise } from "@/lib/domain/enterprises/service";
import { unique } from "../factories";
import { projectAttempts } from "./projects";
import type { Attempts } from "./types";

export const changeSetAttempts: Attempts = {
  undoChangeSet: {
    verb: "change-sets.undo",
    /** Something of their own: a manager's is a re-baselining. */
    prepare: async (by) => {
      const done =
        by.role === "MANAGER"
          ? await (await projectAttempts.rebaselineMilestone?.prepare(by))?.(by)
          : await createEnterprise(by, createEnterpriseSchema.parse({ nameEn: unique("Undone ") }));
      const id = done && "changeSetId" in done ? String(done.changeSetId) : "";
      return (viewer) => undoChangeSet(viewer, { id });
    },
  },
};
