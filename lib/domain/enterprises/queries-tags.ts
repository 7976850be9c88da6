import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { assertCan } from "../permissions";
import { enterpriseScopeSql } from "./queries-scope";

/** The tags of the firms within reach, most used first, at most 30: what a form offers. */
export async function listEnterpriseTags(viewer: Viewer): Promise<string[]> {
  assertCan(viewer, "enterprises.read");
  const rows = await db.$queryRaw<{ tag: string }[]>`
    SELECT tag FROM enterprises e, unnest(e.tags) AS tag
    WHERE e.tags <> '{}' AND ${enterpriseScopeSql(viewer)}
    GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 30`;
  return rows.map(({ tag }) => tag);
}
