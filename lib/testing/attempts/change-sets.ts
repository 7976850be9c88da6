import { editFree } from "@/lib/domain/change-requests/service";
import { undoChangeSet } from "@/lib/domain/change-sets/service";
import { createEnterpriseSchema } from "@/lib/domain/enterprises/schema";
import { createEnterprise } from "@/lib/domain/enterprises/service";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { versionOf } from "../change-request-factories";
import { unique } from "../factories";
import { projectAttempts } from "./projects";
import type { Attempts } from "./types";

async function ofTheirOwn(by: Viewer) {
  if (by.role === "MANAGER") return (await projectAttempts.rebaselineMilestone?.prepare(by))?.(by);
  const [id = ""] = by.enterpriseIds ?? [];
  if (by.role === "ENTERPRISE")
    return editFree(by, { id, version: await versionOf(id), website: `${unique("www")}.example` });
  return createEnterprise(by, createEnterpriseSchema.parse({ nameEn: unique("Undone ") }));
}

export const changeSetAttempts: Attempts = {
  undoChangeSet: {
    verb: "change-sets.undo",
    /** Something of their own: a manager's is a re-baselining, a firm's what it says of itself. */
    prepare: async (by) => {
      const done = await ofTheirOwn(by);
      const id = done && "changeSetId" in done ? String(done.changeSetId) : "";
      return (viewer) => undoChangeSet(viewer, { id });
    },
  },
};
