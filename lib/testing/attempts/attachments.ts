import {
  createAttachmentSchema,
  deleteAttachmentSchema,
  updateAttachmentSchema,
} from "@/lib/domain/attachments/schema";
import {
  assertMayAttach,
  createAttachment,
  deleteAttachment,
  updateAttachment,
} from "@/lib/domain/attachments/service";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { makeFirm } from "../factories";
import { bytesOf, pdf } from "../sample-files";
import type { Attempts } from "./types";

/** A firm's own people have one firm; everybody else gets a new one. */
const firmOf = async (by: Viewer) => by.enterpriseIds?.[0] ?? (await makeFirm()).id;

async function newFile(by: Viewer) {
  return createAttachmentSchema.parse({
    owner: "enterprises",
    ownerId: await firmOf(by),
    fileName: "licence.pdf",
    kind: "LICENCE",
  });
}

async function attached(by: Viewer) {
  return createAttachment(by, await newFile(by), bytesOf(pdf()));
}

/** The services of files beside records. */
export const attachmentAttempts: Attempts = {
  assertMayAttach: {
    verb: "attachments.create",
    prepare: async (by) => {
      const input = await newFile(by);
      return async (viewer) => {
        await assertMayAttach(viewer, input);
        return createAttachment(viewer, input, bytesOf(pdf()));
      };
    },
  },
  createAttachment: {
    verb: "attachments.create",
    prepare: async (by) => {
      const input = await newFile(by);
      return (viewer) => createAttachment(viewer, input, bytesOf(pdf()));
    },
  },
  updateAttachment: {
    verb: "attachments.update",
    prepare: async (by) => {
      const { id, version } = await attached(by);
      const input = updateAttachmentSchema.parse({ id, version, title: "Renamed", kind: "OTHER" });
      return (viewer) => updateAttachment(viewer, input);
    },
  },
  deleteAttachment: {
    verb: "attachments.delete",
    prepare: async (by) => {
      const { id, version } = await attached(by);
      return (viewer) => deleteAttachment(viewer, deleteAttachmentSchema.parse({ id, version }));
    },
  },
};
