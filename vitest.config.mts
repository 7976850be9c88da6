import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Two time zones on either side of UTC, so that a date formatted in local time shows itself. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: path("./") },
      // The package throws unless a bundler picks its `react-server` export.
      { find: /^server-only$/, replacement: path("./node_modules/server-only/empty.js") },
    ],
  },
  test: {
    maxWorkers: 2,
    // Loading the modules anew for each file took longer than many a file; what a test replaces it puts back.
    isolate: false,
    passWithNoTests: true,
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["{app,bench,components,e2e,lib,prisma}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.*", "**/node_modules/**"],
          env: { TZ: "America/Los_Angeles" },
          // Generous: a busy machine is slow, and a test that hangs still ends.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["{app,bench,components,lib,prisma}/**/*.db.test.ts"],
          // A mail server by its settings, where nobody listens: what is sent goes to one that a test brings along.
          env: {
            TZ: "Asia/Shanghai",
            SMTP_URL: "smtp://127.0.0.1:9",
            MAIL_FROM: "The office <office@zone.example>",
          },
          globalSetup: "./lib/testing/database-server.ts",
          setupFiles: ["./lib/testing/worker-database.ts", "./lib/testing/no-request.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
