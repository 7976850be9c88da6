import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { startSmtp } from "../../lib/testing/smtp";

type Start = { address: string; link: string };

/** One's own zone, begun as an office would: `npm start -- --empty` in a new folder, and the link that it prints. */
export const ownZone = base.extend<{ start: Start; settings: Record<string, string> }>({
  /** Of the environment, beside those that a zone has anyway. */
  settings: [{}, { option: true }],
  start: async ({ settings }, use) => {
    // Named as the tests' other folders are, so that what a killed run leaves is cleared away by the next.
    const dataDir = mkdtempSync(join(tmpdir(), `tenantry-test-${process.pid}-`));
    chmodSync(dataDir, 0o755); // the database may run as another user
    const { DATABASE_URL: _, NEXTAUTH_SECRET: __, ADMIN_EMAIL: _e, ADMIN_PASSWORD: _p, ...env } = process.env;
    const app = spawn(process.execPath, ["lib/platform/boot/start.mjs", "--empty"], {
      env: { ...env, ...settings, DATA_DIR: dataDir, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((done) => app.once("exit", done));
    try {
      const said = await allThatItSays(app);
      const address = /^Tenantry runs on (\S+)/m.exec(said)?.[1] ?? "";
      const link = /^http\S+\/set-password\?token=\S+$/m.exec(said)?.[0] ?? "";
      await use({ address, link });
    } finally {
      app.kill("SIGTERM");
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
});

/** One's own zone, with a mail server that remembers what it took. */
export const zoneWithMail = ownZone.extend<{ mailbox: Awaited<ReturnType<typeof startSmtp>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs
  mailbox: async ({}, use) => {
    const server = await startSmtp();
    await use(server);
    await server.stop();
  },
  settings: async ({ mailbox }, use) =>
    use({ SMTP_URL: mailbox.url, MAIL_FROM: "The office <office@zone.example>" }),
});

/** Until it has nothing more to tell; it goes on being listened to, since what is not would stop it. */
function allThatItSays(app: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = "";
    app.once("exit", () => fail(new Error(`The app ended: ${said}`)));
    app.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("Ctrl-C stops it.")) done(said);
    });
  });
}

export { expect } from "@playwright/test";
