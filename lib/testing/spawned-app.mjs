/** The built app as `npm start` serves it, in a process, on a port and in a data folder of its own. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../platform/boot/paths.mjs";
import { freePort } from "../platform/boot/ports.mjs";
import { removeDataDir, temporaryDataDir } from "./temporary-postgres.mjs";

/** Loading the sample is the longest part. */
const patience = 10 * 60_000;

/**
 * Begins to serve; whoever asked stops it, whether it came up or not.
 * @param {string[]} args of `npm start`
 */
export async function spawnApp(args = []) {
  const dataDir = temporaryDataDir();
  const port = await freePort();
  const signInsFile = join(dataDir, "sign-ins.txt");
  const { DATABASE_URL: _, NEXTAUTH_SECRET: __, ADMIN_EMAIL: _e, ADMIN_PASSWORD: _p, ...env } = process.env;
  const child = spawn(process.execPath, [join(root, "lib/platform/boot/start.mjs"), ...args], {
    cwd: root,
    env: { ...env, PORT: String(port), DATA_DIR: dataDir, SIGN_INS_FILE: signInsFile },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((done) => child.once("exit", done));
  const baseUrl = `http://localhost:${port}`;
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    said += text;
  });

  return {
    baseUrl,
    signInsFile,
    /** What it says, as it comes. */
    output: child.stdout,

    /** Until it has nothing more to tell and answers. @returns {Promise<string>} all that it said */
    async ready() {
      const deadline = Date.now() + patience;
      while (child.exitCode === null && Date.now() < deadline) {
        const response = await fetch(`${baseUrl}/api/health`).catch(() => undefined);
        if (response?.ok && said.includes("Ctrl-C stops it.")) return said;
        await new Promise((wake) => setTimeout(wake, 250));
      }
      throw new Error(child.exitCode === null ? "The app did not answer in time." : "The app did not start.");
    },

    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null) await ended;
      removeDataDir(dataDir);
    },
  };
}
