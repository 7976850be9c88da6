import { parseArgs } from "node:util";
import { jobNames, runJobSchema } from "@/lib/domain/jobs/schema";
import { runJob } from "@/lib/domain/jobs/service";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { closeDb } from "@/lib/platform/db/client";

/** `npm run jobs -- purge-employees --dry-run`: runs a job now, for a timetable of the office's own. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { "dry-run": { type: "boolean" } },
    allowPositionals: true,
  });
  const job = positionals[0]?.toUpperCase().replaceAll("-", "_");
  const parsed = runJobSchema.safeParse({ job, dryRun: values["dry-run"] === true });
  if (!parsed.success) {
    const names = jobNames.map((name) => name.toLowerCase().replaceAll("_", "-")).join("|");
    process.stderr.write(`Say which: ${names} [--dry-run]\n`);
    process.exitCode = 1;
    return;
  }
  const { result } = await runJob(systemViewer("command line"), parsed.data);
  const counts = Object.entries(result).map(([what, count]) => `${count} ${what}`);
  process.stdout.write(`${parsed.data.dryRun ? "it would be" : "done"}: ${counts.join(", ")}\n`);
}

main().finally(closeDb);
