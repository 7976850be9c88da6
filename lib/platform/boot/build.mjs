/** What is generated from the checkout: the database client and the built app, each when it is stale. */
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { step } from "./console.mjs";
import { fingerprint, isStamped, writeStamp } from "./fingerprint.mjs";
import { withLock } from "./lock.mjs";
import { dataDir, root, stampDir } from "./paths.mjs";
import { prismaCli, prismaEnv } from "./prisma-env.mjs";
import { run } from "./run.mjs";

/** Instances that start together on one checkout make each thing once. @template T @param {() => Promise<T>} work */
function alone(work) {
  return withLock(join(stampDir, "build.lock"), work);
}

/** Prisma's client, from the schema. */
export async function generateClient() {
  const stamp = join(stampDir, "client");
  const client = join(root, "lib/platform/db/generated/client.ts");
  await alone(async () => {
    const print = fingerprint(root, [
      "prisma/schema.prisma",
      "prisma/models",
      "node_modules/prisma/package.json",
    ]);
    if (existsSync(client) && isStamped(stamp, print)) return;
    await step("Generating the database client", () =>
      run(process.execPath, [prismaCli, "generate"], { env: prismaEnv }),
    );
    writeStamp(stamp, print);
  });
}

/** Not in the built app, so a change here asks for no build. */
const unbuilt = new Set([
  ...["node_modules", "data", "e2e", "bench", "docs", "test-results", "playwright-report", "next-env.d.ts"],
  ...["lib/testing", "lib/platform/boot", "lib/platform/db/generated", "prisma/migrations", "prisma/seed"],
]);

/** @param {string} path below the checkout */
export function isBuilt(path) {
  if (unbuilt.has(path) || path === relative(root, dataDir())) return false;
  if (/^\.(?!env)/.test(path)) return false;
  return !/\.(test\.tsx?|md|tsbuildinfo|DS_Store)$/.test(path);
}

export async function buildApp() {
  const folder = join(root, process.env.NEXT_DIST_DIR || ".next");
  const stamp = join(folder, "BUILT_FROM");
  await alone(async () => {
    const print = fingerprint(root, readdirSync(root).sort(), isBuilt);
    if (existsSync(join(folder, "BUILD_ID")) && isStamped(stamp, print)) return;
    await step("Building the app", (note) =>
      run(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
        onLine: note,
        env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
        failure: "The app could not be built (see above).",
      }),
    );
    writeStamp(stamp, print);
  });
}
