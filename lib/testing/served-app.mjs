/** The built app with the sample zone, as `npm start` serves it, on a port and a data folder of its own. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../platform/boot/paths.mjs";
import { freePort } from "../platform/boot/ports.mjs";
import { removeDataDir, temporaryDataDir } from "./temporary-postgres.mjs";

/** Loading the sample is the longest part. */
const patience = 10 * 60_000;

/**
 * @returns {Promise<{ baseUrl: string, signInsFile: string, stop: () => Promise<void> }>}
 */
export async function startServedApp() {
  const dataDir = temporaryDataDir();
  const port = await freePort();
  const signInsFile = join(dataDir, "sign-ins.txt");
  const { DATABASE_URL: _, NEXTAUTH_SECRET: __, ...env } = process.env;
  const child = spawn(process.execPath, [join(root, "lib/platform/boot/start.mjs")], {
    cwd: root,
    env: { ...env, PORT: String(port), DATA_DIR: dataDir, SIGN_INS_FILE: signInsFile },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = new Promise((done) => child.once("exit", done));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    removeDataDir(dataDir);
  };
  const baseUrl = `http://localhost:${port}`;
  const deadline = Date.now() + patience;
  while (child.exitCode === null && Date.now() < deadline) {
    const response = await fetch(`${baseUrl}/api/health`).catch(() => undefined);
    if (response?.ok) return { baseUrl, signInsFile, stop };
    await new Promise((wake) => setTimeout(wake, 250));
  }
  await stop();
  throw new Error(child.exitCode === null ? "The app did not answer in time." : "The app did not start.");
}
