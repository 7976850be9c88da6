import "server-only";
import { createAgreement, updateAgreement } from "../../domain/agreements/service";
import type { Within } from "../../domain/in-change-set";
import type { Viewer } from "../../platform/auth/viewer";
import type { Step } from "../types";
import type { AgreementWrites } from "./types";

export async function writeAgreements(
  viewer: Viewer,
  { creates, updates }: AgreementWrites,
  within: Within,
  step: Step,
): Promise<void> {
  for (const input of creates) {
    await createAgreement(viewer, input, within);
    await step(1);
  }
  for (const input of updates) {
    await updateAgreement(viewer, input, within);
    await step(1);
  }
}
