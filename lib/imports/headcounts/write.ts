import "server-only";
import { createHeadcounts, updateHeadcount } from "../../domain/headcounts/service";
import type { Within } from "../../domain/in-change-set";
import type { Viewer } from "../../platform/auth/viewer";
import type { Step } from "../types";
import type { HeadcountWrites } from "./plan";

/** As many rows a statement as their parameters allow. */
const CHUNK = 1_000;

export async function writeHeadcounts(
  viewer: Viewer,
  writes: HeadcountWrites,
  within: Within,
  step: Step,
): Promise<void> {
  for (let at = 0; at < writes.creates.length; at += CHUNK) {
    const some = writes.creates.slice(at, at + CHUNK);
    await createHeadcounts(viewer, some, within);
    await step(some.length);
  }
  for (const { enterpriseId: _, parkId: __, ...headcount } of writes.updates) {
    await updateHeadcount(viewer, headcount, within);
    await step(1);
  }
}
