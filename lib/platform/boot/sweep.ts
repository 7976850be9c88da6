import { parseArgs } from "node:util";
import { sweepBlobs } from "@/lib/domain/attachments/service-blobs";
import { closeDb } from "@/lib/platform/db/client";

/** `npm run sweep`: removes what uploads left that were killed; with `--dry-run` it only names it. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { "dry-run": { type: "boolean" } } });
  const dryRun = values["dry-run"] === true;
  const swept = await sweepBlobs({ dryRun });
  for (const { id, store, at, gone } of swept) {
    const what = dryRun ? "would go" : gone ? "gone" : "could not be removed";
    process.stdout.write(`${id}  ${store}  ${at.toISOString()}  ${what}\n`);
  }
  process.stdout.write(`${swept.length} left by unfinished uploads\n`);
  if (!dryRun && swept.some(({ gone }) => !gone)) process.exitCode = 1;
}

main().finally(closeDb);
