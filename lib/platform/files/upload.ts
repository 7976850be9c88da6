import { AppError } from "../errors/app-error";
import { fileRefused } from "./file-error";

export const MAX_FILE = 50 * 1024 * 1024;
/** What a form adds around its file. */
const MAX_BODY = MAX_FILE + 64 * 1024;

export type Upload = { name: string; bytes: Buffer; fields: FormData };

/** The file of a multipart form, and its other fields. @throws AppError in words */
export async function readUpload(request: Request): Promise<Upload> {
  const fields = await readForm(request);
  const [upload] = await toUploads(fields, [fields.get("file")]);
  if (!upload) throw missing();
  return upload;
}

/** All files of a multipart form, not larger together than one may be. @throws AppError in words */
export async function readUploads(request: Request): Promise<{ files: Upload[]; fields: FormData }> {
  const fields = await readForm(request);
  const files = await toUploads(fields, fields.getAll("file"));
  // A browser sends a nameless file where none was chosen.
  const chosen = files.filter(({ name, bytes }) => name !== "" || bytes.length > 0);
  if (chosen.length === 0) throw missing();
  return { files: chosen, fields };
}

async function toUploads(fields: FormData, given: (FormDataEntryValue | null)[]): Promise<Upload[]> {
  const files = given.filter((one) => one instanceof File);
  if (files.some(({ size }) => size > MAX_FILE)) throw tooLarge();
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()), fields })),
  );
}

const tooLarge = () => fileRefused("tooLarge", { max: MAX_FILE / 1024 / 1024 });

/**
 * A body that is too large is refused by what it declares, or as soon as it has grown too large, never read to its
 * end.
 */
async function readForm(request: Request): Promise<FormData> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY) throw tooLarge();
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !type.toLowerCase().startsWith("multipart/form-data")) throw missing();
  let size = 0;
  let over = false;
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        size += piece.byteLength;
        over = size > MAX_BODY;
        if (over) controller.error(tooLarge());
        else controller.enqueue(piece);
      },
    }),
  );
  try {
    return await new Response(counted, { headers: { "content-type": type } }).formData();
  } catch {
    throw over ? tooLarge() : missing();
  }
}

function missing(): AppError {
  return new AppError("INVALID", "imports.files.missing", { file: "imports.files.missing" });
}
