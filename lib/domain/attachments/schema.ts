import { z } from "zod";
import { optionalText } from "@/lib/platform/values/text";

/** Nouns that files may be put beside, as addresses name them. */
export const attachmentOwners = [
  "enterprises",
  "leases",
  "projects",
  "milestones",
  "agreements",
  "meetings",
  "commitments",
  "policies",
] as const;
export type AttachmentOwner = (typeof attachmentOwners)[number];

export const attachmentKinds = [
  "CONTRACT",
  "LICENCE",
  "EVIDENCE",
  "CORRESPONDENCE",
  "PHOTO",
  "OTHER",
] as const;

/** What would break a line, hide an end (an exe that reads as a pdf) or lead out of a folder. */
const unseen = /[\p{Cc}\u2028-\u202e\u2066-\u2069\u200e\u200f]/u;
const longest = 200;

/** A file's name without its folders. A long one keeps its end. */
function fileName() {
  return z
    .string()
    .transform((name) =>
      name
        .replace(/^.*[/\\]/s, "")
        .normalize("NFC")
        .trim(),
    )
    .refine((name) => name !== "" && !/^\.+$/.test(name) && !unseen.test(name), {
      message: "attachments.errors.name",
    })
    .transform((name) => {
      if (name.length <= longest) return name;
      const end = /\.[^.]{1,8}$/.exec(name)?.[0] ?? "";
      return `${name.slice(0, longest - end.length)}${end}`;
    });
}

export const createAttachmentSchema = z.object({
  owner: z.enum(attachmentOwners),
  ownerId: z.uuid(),
  fileName: fileName(),
  title: optionalText(200),
  kind: z.enum(attachmentKinds).catch("OTHER"),
});

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const updateAttachmentSchema = z.object({
  ...versioned,
  title: optionalText(200),
  kind: z.enum(attachmentKinds),
});

export const deleteAttachmentSchema = z.object(versioned);

export type CreateAttachmentInput = z.output<typeof createAttachmentSchema>;
export type UpdateAttachmentInput = z.output<typeof updateAttachmentSchema>;
export type DeleteAttachmentInput = z.output<typeof deleteAttachmentSchema>;
