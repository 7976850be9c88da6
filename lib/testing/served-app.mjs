/** The built app with the sample zone, as `npm start` serves it, on a port and a data folder of its own. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root, startArguments } from "../platform/boot/paths.mjs";
import { freePort } from "../platform/boot/ports.mjs";
import { onExit } from "../platform/boot/shutdown.mjs";
import { removeDataDir, temporaryDataDir } from "./temporary-postgres.mjs";

/** Loading the sample is the longest part. */
const patience = 10 * 60_000;

/**
 * Serves until this process ends.
 * @returns {Promise<{ baseUrl: string, signInsFile: string }>}
 */
export async function startServedApp() {
  const dataDir = temporaryDataDir();
  const port = await freePort();
  const signInsFile = join(dataDir, "sign-ins.txt");
  const { DATABASE_URL: _, NEXTAUTH_SECRET: __, ...env } = process.env;
  const child = spawn(process.execPath, startArguments(), {
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
  onExit(stop); // at once, since the run may be interrupted while the sample loads
  const baseUrl = `http://localhost:${port}`;
  const deadline = Date.now() + patience;
  while (child.exitCode === null && Date.now() < deadline) {
    const response = await fetch(`${baseUrl}/api/health`).catch(() => undefined);
    if (response?.ok) return { baseUrl, signInsFile };
    await new Promise((wake) => setTimeout(wake, 250));
  }
  throw new Error(child.exitCode === null ? "The app did not answer in time." : "The app did not start.");
}
