import { db } from "@/lib/platform/db/client";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

const PATIENCE_MS = 3000;

/** Whether requests are served and the database answers. Needs no token and tells nothing else. */
export async function GET(): Promise<Response> {
  const ok = await isDatabaseUp();
  return Response.json(
    { status: ok ? "ok" : "unavailable", database: ok ? "ok" : "unavailable", version },
    { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}

async function isDatabaseUp(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    return await Promise.race([db.$queryRaw`SELECT 1`.then(() => true), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
