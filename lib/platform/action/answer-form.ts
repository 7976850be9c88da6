import "server-only";
import { unstable_rethrow } from "next/navigation";
import { toAppError } from "../db/constraints";
import { AppError } from "../errors/app-error";
import { logger } from "../log/logger";

/**
 * Runs what a plain form asks for and goes on to a page; a refusal goes back to `back` with its words, so that it
 * works without JavaScript. A page of another site may not send a form in a signed-in person's name.
 */
export async function answerForm(
  request: Request,
  back: string,
  work: () => Promise<string>,
): Promise<Response> {
  let next: string;
  try {
    if (request.headers.get("sec-fetch-site") === "cross-site")
      throw new AppError("FORBIDDEN", "errors.forbidden");
    next = await work();
  } catch (thrown) {
    const error = toAppError(thrown);
    if (!(error instanceof AppError)) {
      unstable_rethrow(error);
      logger.error({ err: error }, "a form failed");
    }
    const message = error instanceof AppError ? error.message : "errors.unexpected";
    next = `${back}${back.includes("?") ? "&" : "?"}problem=${encodeURIComponent(message)}`;
  }
  // 303: the next address is asked for with GET, whatever brought us here.
  return new Response(null, { status: 303, headers: { location: next } });
}
