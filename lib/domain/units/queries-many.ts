import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { type ManyChange, previewMany } from "@/lib/platform/change-sets/change-many";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { type Db, db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { invalid, notFound } from "@/lib/platform/errors/app-error";
import { parseList } from "@/lib/platform/paging/list-params";
import { MAX_SELECTED } from "@/lib/platform/values/selection";
import { getCustomAsk } from "../custom-fields/queries";
import { readManyChoices } from "../custom-fields/queries-values";
import { assertCan } from "../permissions";
import { listUnitIds } from "./queries-list";
import { type ChangeUnitsInput, unitListSchema } from "./schema";
import { unitScope } from "./scope";

const PREVIEWED = 50;

/** The units that are meant and what is chosen for them. @throws AppError NOT_FOUND, INVALID */
export async function findUnitsToChange(
  on: Db,
  viewer: Viewer,
  input: ChangeUnitsInput,
): Promise<ManyChange> {
  const { filters } = input;
  const ids = filters
    ? await listUnitIds(
        viewer,
        parseList(unitListSchema, filters),
        asOfFrom(filters),
        await getCustomAsk(viewer, "UNIT", filters),
      )
    : [...new Set(input.ids)];
  if (ids.length > MAX_SELECTED) throw invalid({ ids: "ui.bulk.tooMany" }, "ui.bulk.tooMany");
  if (!filters) await assertUnitsInScope(on, viewer, ids);
  return {
    table: "units",
    ids,
    set: [],
    choose: await readManyChoices(on, viewer, "UNIT", input.custom),
    tags: null,
    // What a unit was stays readable as it was: its successors are other rows.
    except: Prisma.sql`t.valid_to IS NOT NULL`,
  };
}

/** What a change to many units would do, with the first of them by building and code. */
export async function previewUnits(viewer: Viewer, input: ChangeUnitsInput) {
  assertCan(viewer, "units.changeMany");
  const preview = await previewMany(db, await findUnitsToChange(db, viewer, input), PREVIEWED);
  const units = await db.unit.findMany({
    where: { AND: [unitScope(viewer), { id: { in: preview.rows.map(({ id }) => id) } }] },
    select: { id: true, code: true, building: { select: { code: true } }, park: { select: { code: true } } },
  });
  return {
    ...preview,
    names: units.map(({ id, code, building, park }) => ({
      id,
      name: `${park.code} ${building.code} ${code}`,
    })),
    owners: [],
  };
}

/** @throws AppError NOT_FOUND where one of them is out of reach, or there is none such */
async function assertUnitsInScope(on: Db, viewer: Viewer, ids: string[]): Promise<void> {
  const found = await on.unit.count({ where: { AND: [unitScope(viewer), { id: { in: ids } }] } });
  if (found !== ids.length) throw notFound();
}
