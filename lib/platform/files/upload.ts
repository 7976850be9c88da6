import { AppError } from "../errors/app-error";
import { fileRefused } from "./file-error";

export const MAX_FILE = 50 * 1024 * 1024;
/** What a form adds around its file. */
const MAX_BODY = MAX_FILE + 64 * 1024;

export type Upload = { name: string; bytes: Buffer; fields: FormData };

/**
 * The file of a multipart form, and its other fields. A body that is too large is refused by what it declares, or
 * as soon as it has grown too large, never read to its end. @throws AppError in words
 */
export async function readUpload(request: Request): Promise<Upload> {
  const tooLarge = () => fileRefused("tooLarge", { max: MAX_FILE / 1024 / 1024 });
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
  let fields: FormData;
  try {
    fields = await new Response(counted, { headers: { "content-type": type } }).formData();
  } catch {
    throw over ? tooLarge() : missing();
  }
  const file = fields.get("file");
  if (!(file instanceof File)) throw missing();
  if (file.size > MAX_FILE) throw tooLarge();
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()), fields };
}

function missing(): AppError {
  return new AppError("INVALID", "imports.files.missing", { file: "imports.files.missing" });
}
