import { AppError, messageOf } from "../errors/app-error";

/** Why a file is not read. */
export type FileProblem =
  | "broken"
  | "empty"
  | "notTable"
  | "oldExcel"
  | "protected"
  | "tooLarge"
  | "tooMuchInside"
  | "tooManyRows";

/** A file that is refused, in words. */
export function fileRefused(problem: FileProblem, params: Record<string, string | number> = {}): AppError {
  const message = messageOf(`imports.files.${problem}`, params);
  return new AppError("INVALID", message, { file: message });
}
