import { createHeadcountSchema } from "@/lib/domain/headcounts/schema";
import { createHeadcount } from "@/lib/domain/headcounts/service";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import { byHand } from "./by-hand";

/** What one write declares: nothing else declares for this firm and park on this day. */
export type Declared = { enterpriseId: string; parkId: string; on: string };

const viewer = systemViewer("bench");
const PEOPLE = 25;

/** One row with its history, the least that a write can be. */
export async function headcountByService(declared: Declared): Promise<boolean> {
  await createHeadcount(viewer, createHeadcountSchema.parse({ ...declared, total: String(PEOPLE) }));
  return true;
}

/** The same row and the same history, by bare statements in one transaction. */
export async function headcountByHand({ enterpriseId, parkId, on }: Declared): Promise<boolean> {
  return byHand("headcounts.create", "SYSTEM", async (client) => {
    await client.query(
      `INSERT INTO headcounts (id, enterprise_id, park_id, on_date, total, source)
       VALUES ($1, $2, $3, $4, $5, 'OFFICER')`,
      [newId(), enterpriseId, parkId, on, PEOPLE],
    );
  });
}
