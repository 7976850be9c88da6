import "server-only";
import { answerProblems } from "../platform/api/route";
import { AppError } from "../platform/errors/app-error";

const TOO_LARGE = "imports.files.tooLarge";

/**
 * Answers an upload. A page of another site may not send one in a signed-in person's name, and what is refused for
 * its size says so in its status as well.
 */
export async function answerImport(request: Request, answer: () => Promise<Response>): Promise<Response> {
  let large = false;
  const response = await answerProblems(request, async () => {
    if (request.headers.get("sec-fetch-site") === "cross-site")
      throw new AppError("FORBIDDEN", "errors.forbidden");
    try {
      return await answer();
    } catch (error) {
      large = error instanceof AppError && error.message.startsWith(TOO_LARGE);
      throw error;
    }
  });
  if (!large) return response;
  const problem: object = await response.json();
  return new Response(JSON.stringify({ ...problem, status: 413 }), {
    status: 413,
    headers: response.headers,
  });
}
