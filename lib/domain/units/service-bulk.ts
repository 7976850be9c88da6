import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { Prisma } from "@/lib/platform/db/generated/client";
import { conflict } from "@/lib/platform/errors/app-error";
import { inChangeSet, type Within } from "../in-change-set";
import { lockUnitsInScope } from "./queries";
import type { UpdateUnitInput } from "./schema";

/** Corrects many units at once, as a file states them. @throws AppError CONFLICT where one was saved meanwhile */
export async function updateUnits(
  viewer: Viewer,
  inputs: Omit<UpdateUnitInput, "reason">[],
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "units.update",
    null,
    async (tx) => {
      await lockUnitsInScope(
        tx,
        viewer,
        inputs.map(({ id }) => id),
      );
      const updated = await tx.$executeRaw(Prisma.sql`
        UPDATE units u SET floor_id = r."floorId", code = r.code, area = r.area, use = r.use::unit_use,
          availability = r.availability::availability, shared = r.shared, seats = r.seats,
          valid_from = r."validFrom", version = u.version + 1
        FROM jsonb_to_recordset(${JSON.stringify(inputs)}::jsonb) AS r(id uuid, version int, "floorId" uuid, code text,
          area numeric, use text, availability text, shared boolean, seats int, "validFrom" date)
        WHERE u.id = r.id AND u.version = r.version`);
      if (updated < inputs.length) throw conflict("errors.conflict");
      return { count: inputs.length };
    },
    within,
  );
}
