import { requestNamesSchema } from "@/lib/domain/change-requests/schema";
import { requestChange } from "@/lib/domain/change-requests/service";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { makeFirm, makeViewer } from "./factories";

/** A firm, somebody who acts for it, and somebody of the office who decides. */
export async function makeAsking() {
  const firm = await makeFirm({ nameEn: "Star 3D Ltd" });
  const person = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
  return { firm, person, officer: await makeViewer("OFFICER") };
}

/** The version of a firm as it stands. */
export async function versionOf(id: string): Promise<number> {
  return (await db.enterprise.findUniqueOrThrow({ where: { id } })).version;
}

/** Asks for names of a firm; those not given stay as `makeAsking` has them. */
export async function askForNames(viewer: Viewer, id: string, fields: Record<string, unknown>) {
  const input = { id, version: await versionOf(id), nameEn: "Star 3D Ltd", ...fields };
  return requestChange(viewer, requestNamesSchema.parse(input));
}
