import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type ManyChange, previewMany, settingsOf } from "@/lib/platform/change-sets/change-many";
import { type Db, db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { invalid } from "@/lib/platform/errors/app-error";
import { titleOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import { MAX_SELECTED } from "@/lib/platform/values/selection";
import { getCustomAsk } from "../custom-fields/queries";
import { readManyChoices } from "../custom-fields/queries-values";
import { assertCan } from "../permissions";
import { assertOwner, listOwnerNames } from "../users/queries";
import { assertProjectsInScope, listProjectIds } from "./queries";
import { type ChangeProjectsInput, projectListSchema } from "./schema";
import { projectScope } from "./scope";

const PREVIEWED = 50;

/** The projects that are meant and what is done to them. @throws AppError NOT_FOUND, INVALID */
export async function findProjectsToChange(
  on: Db,
  viewer: Viewer,
  input: ChangeProjectsInput,
): Promise<ManyChange> {
  const { filters, ownerId, addTags, removeTags } = input;
  const ids = filters
    ? await listProjectIds(
        viewer,
        parseList(projectListSchema, filters),
        await getCustomAsk(viewer, "PROJECT", filters),
      )
    : [...new Set(input.ids)];
  if (ids.length > MAX_SELECTED) throw invalid({ ids: "ui.bulk.tooMany" }, "ui.bulk.tooMany");
  if (!filters) await assertProjectsInScope(on, viewer, ids);
  if (ownerId && ownerId !== "NOBODY") await assertOwner(on, ownerId);
  return {
    table: "projects",
    ids,
    set: settingsOf(input, "project_stage"),
    choose: await readManyChoices(on, viewer, "PROJECT", input.custom),
    tags: { add: addTags, remove: removeTags },
    // Cancelling and what follows it have verbs of their own.
    except: Prisma.sql`t.stage = 'CANCELLED'`,
  };
}

/** What a change to many projects would do, with the first of them by title. */
export async function previewProjects(viewer: Viewer, input: ChangeProjectsInput) {
  assertCan(viewer, "projects.changeMany");
  const preview = await previewMany(db, await findProjectsToChange(db, viewer, input), PREVIEWED);
  const ids = preview.rows.map(({ id }) => id);
  const [projects, owners] = await Promise.all([
    db.project.findMany({
      where: { AND: [projectScope(viewer), { id: { in: ids } }] },
      select: { id: true, code: true, titleZh: true, titleEn: true },
    }),
    listOwnerNames(preview.rows.flatMap(({ before, after }) => [before.owner_id, after.owner_id])),
  ]);
  return {
    ...preview,
    names: projects.map(({ id, code, ...titles }) => ({
      id,
      name: `${code} ${titleOf(viewer.locale, titles)}`,
    })),
    owners,
  };
}
