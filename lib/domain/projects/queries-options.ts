import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { fold } from "@/lib/platform/names/sort-keys";
import { literally } from "@/lib/platform/paging/containing";
import { findBestFirst } from "@/lib/platform/search/best-first";
import { assertCan } from "../permissions";
import { projectScope } from "./scope";

/** The projects within reach that match what is typed, for a form that names one. At most twenty. */
export async function listProjectOptions(viewer: Viewer, query: string) {
  assertCan(viewer, "projects.read");
  const words = fold(query).split(" ").filter(Boolean);
  return findBestFirst("project", query, (among, take) =>
    db.project.findMany({
      where: {
        AND: [
          projectScope(viewer),
          ...(among ? [among] : words.map((word) => ({ search: { contains: literally(word) } }))),
        ],
      },
      orderBy: { code: "asc" },
      take,
      select: { id: true, code: true, titleZh: true, titleEn: true },
    }),
  );
}
