import {
  type AttachmentOwner,
  attachmentOwners,
  createAttachmentSchema,
} from "@/lib/domain/attachments/schema";
import { assertMayAttach, createAttachment } from "@/lib/domain/attachments/service";
import { answerForm } from "@/lib/platform/action/answer-form";
import { toFailure } from "@/lib/platform/action/define";
import { requireApiViewer } from "@/lib/platform/api/route";
import { requireViewer } from "@/lib/platform/auth/session";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { AppError, forbidden, messageOf, notFound } from "@/lib/platform/errors/app-error";
import { readBody } from "@/lib/platform/files/body";
import { attachmentRefused } from "@/lib/platform/files/content-check";
import { boundaryOf, fieldOf, readParts } from "@/lib/platform/files/multipart";

type Context = { params: Promise<{ owner: string; id: string }> };
type Of = { owner: AttachmentOwner; ownerId: string };

/** Of one form; the page's own script sends each file by itself. */
const MOST_FILES = 20;

/**
 * Takes files of a form and puts them beside a record. Who asks, their role and the record are looked at before the
 * body is. A script asks for JSON and gets it; a plain form goes back to the record's page.
 */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { owner: asked, id } = await context.params;
  const owner = attachmentOwners.find((name) => name === asked);
  const work = async (viewer: Viewer) => {
    if (!owner) throw notFound();
    return takeFiles(request, viewer, { owner, ownerId: id });
  };
  if (request.headers.get("accept")?.startsWith("application/json")) return answerScript(request, work);
  const viewer = await requireViewer();
  // Only to a place of ours, whatever the address was made of.
  if (!owner) return new Response(null, { status: 404 });
  const back = `/${owner}/${encodeURIComponent(id)}/attachments`;
  return answerForm(request, back, async () => {
    await work(viewer);
    return back;
  });
}

async function answerScript(
  request: Request,
  work: (viewer: Viewer) => Promise<string[]>,
): Promise<Response> {
  try {
    const viewer = await requireApiViewer(request);
    if (request.headers.get("sec-fetch-site") === "cross-site") throw forbidden();
    return Response.json({ ok: true, ids: await work(viewer) });
  } catch (thrown) {
    const failure = toFailure(thrown);
    const large = failure.message.startsWith("attachments.errors.tooLarge");
    return Response.json(failure, { status: large ? 413 : (statuses[failure.code] ?? 400) });
  }
}

const statuses: Record<string, number> = {
  SIGNED_OUT: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNEXPECTED: 500,
};

/**
 * The files of a form, in their order. One that is refused does not keep those after it from coming in; the first
 * refusal is told at the end. @throws AppError
 */
async function takeFiles(request: Request, viewer: Viewer, of: Of): Promise<string[]> {
  const body = readBody(request.body);
  const ids: string[] = [];
  let refused: unknown;
  try {
    await assertMayAttach(viewer, of);
    const boundary = boundaryOf(request.headers.get("content-type"));
    if (!boundary) throw attachmentRefused("missing");
    let kind = "";
    for await (const part of readParts(body.pieces, boundary)) {
      if (part.fileName === null) {
        if (part.name === "kind") kind = await fieldOf(part);
        continue;
      }
      if (part.fileName === "") continue; // nothing was chosen
      if (ids.length === MOST_FILES) {
        throw new AppError("INVALID", messageOf("attachments.errors.tooMany", { max: MOST_FILES }));
      }
      const input = createAttachmentSchema.safeParse({ ...of, kind, fileName: part.fileName });
      try {
        if (!input.success) throw attachmentRefused("name");
        ids.push((await createAttachment(viewer, input.data, part.body)).id);
      } catch (error) {
        refused ??= error;
        // Nothing more can be read of what broke off, and nothing more is of what is too large.
        const ends = error instanceof AppError && /\.(cutOff|tooLarge)\b/.test(error.message);
        if (ends) break;
      }
    }
  } catch (error) {
    refused ??= error;
  } finally {
    // Not waited for: a browser in mid-sending reads the answer only once it could send all.
    void body.passOver();
  }
  if (refused) throw refused;
  if (ids.length === 0) throw attachmentRefused("missing");
  return ids;
}
