import "server-only";
import type { Within } from "../../domain/in-change-set";
import type { Viewer } from "../../platform/auth/viewer";
import { updateFirms, writeFirms } from "../firms/write";
import type { FirmWrites } from "./plan";

export async function writeEnterprises(viewer: Viewer, writes: FirmWrites, within: Within): Promise<void> {
  await writeFirms(viewer, writes.creates, within);
  await updateFirms(viewer, writes.updates, within);
}
