import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type ManyChange, previewMany, settingsOf } from "@/lib/platform/change-sets/change-many";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { type Db, db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { invalid } from "@/lib/platform/errors/app-error";
import { nameOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import { MAX_SELECTED } from "@/lib/platform/values/selection";
import { getCustomAsk } from "../custom-fields/queries";
import { readManyChoices } from "../custom-fields/queries-values";
import { assertCan } from "../permissions";
import { assertOwner, listOwnerNames } from "../users/queries";
import { assertEnterprisesInScope } from "./queries";
import { listEnterpriseIds } from "./queries-list";
import { type ChangeEnterprisesInput, enterpriseListSchema } from "./schema";
import { enterpriseScope } from "./scope";

const PREVIEWED = 50;

/** The firms that are meant and what is done to them. @throws AppError NOT_FOUND, INVALID */
export async function findEnterprisesToChange(
  on: Db,
  viewer: Viewer,
  input: ChangeEnterprisesInput,
): Promise<ManyChange> {
  const { filters, ownerId, addTags, removeTags } = input;
  const ids = filters
    ? await listEnterpriseIds(
        viewer,
        parseList(enterpriseListSchema, filters),
        asOfFrom(filters),
        await getCustomAsk(viewer, "ENTERPRISE", filters),
      )
    : [...new Set(input.ids)];
  if (ids.length > MAX_SELECTED) throw invalid({ ids: "ui.bulk.tooMany" }, "ui.bulk.tooMany");
  if (!filters) await assertEnterprisesInScope(on, viewer, ids);
  if (ownerId && ownerId !== "NOBODY") await assertOwner(on, ownerId);
  return {
    table: "enterprises",
    ids,
    set: settingsOf(input, "enterprise_stage"),
    choose: await readManyChoices(on, viewer, "ENTERPRISE", input.custom),
    tags: { add: addTags, remove: removeTags },
    // Whoever is gone, or was entered twice, is left as it was.
    except: Prisma.sql`t.ended_on IS NOT NULL`,
  };
}

/** What a change to many firms would do, with the first of them by name. */
export async function previewEnterprises(viewer: Viewer, input: ChangeEnterprisesInput) {
  assertCan(viewer, "enterprises.changeMany");
  const preview = await previewMany(db, await findEnterprisesToChange(db, viewer, input), PREVIEWED);
  const ids = preview.rows.map(({ id }) => id);
  const [firms, owners] = await Promise.all([
    db.enterprise.findMany({
      where: { AND: [enterpriseScope(viewer), { id: { in: ids } }] },
      select: { id: true, nameZh: true, nameEn: true },
    }),
    listOwnerNames(preview.rows.flatMap(({ before, after }) => [before.owner_id, after.owner_id])),
  ]);
  return {
    ...preview,
    names: firms.map(({ id, ...names }) => ({ id, name: nameOf(viewer.locale, names) })),
    owners,
  };
}
