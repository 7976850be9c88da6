import type { Within } from "@/lib/domain/in-change-set";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { openChangeSet } from "@/lib/platform/change-sets/open";

/** Who writes the sample zone, through the same services as everybody. */
export const loader = systemViewer("Sample zone");

/** A group of writes under one header, so that loading takes seconds and its history can be read. */
export function together<T>(verb: string, write: (within: Within) => Promise<T>): Promise<T> {
  return openChangeSet(loader, { verb, reason: "Sample zone" }, (tx, changeSetId) =>
    write({ tx, changeSetId }),
  );
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
