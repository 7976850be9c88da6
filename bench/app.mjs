/** The servers that are measured: the built app as `npm start` serves it, and the limit beside it. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, startArguments } from "../lib/platform/boot/paths.mjs";
import { freePort } from "../lib/platform/boot/ports.mjs";
import { onExit } from "../lib/platform/boot/shutdown.mjs";
import { fetchOnce } from "./measure.mjs";

/**
 * A server in a process of its own.
 * @param {string[]} args node's flags and a script below the checkout
 * @param {string} ready an address that answers 200 when it serves
 * @param {Record<string, string>} env
 */
async function serve(args, ready, env) {
  const port = await freePort();
  const since = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((done) => child.once("exit", done));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  onExit(stop);
  const baseUrl = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    const answer = await fetchOnce({ url: `${baseUrl}${ready}` }).catch(() => undefined);
    if (answer && answer.status < 500) {
      return { baseUrl, stop, pid: child.pid ?? 0, startedIn: (performance.now() - since) / 1000 };
    }
    await new Promise((wake) => setTimeout(wake, 20));
  }
  throw new Error(`${args.at(-1)} ended before it served.`);
}

/** The app on a database. @param {string} databaseUrl @param {string} [record] a file for its statements */
export function serveApp(databaseUrl, record) {
  const flags = record ? ["--import", join(root, "bench/record-queries.mjs")] : [];
  const env = { DATABASE_URL: databaseUrl, BENCH_RECORD: record ?? "" };
  return serve([...flags, ...startArguments()], "/sign-in", env);
}

/** @param {string} databaseUrl @param {string} statements a file of waves by address */
export function serveLimit(databaseUrl, statements) {
  return serve(["bench/limit.mjs"], "/", { DATABASE_URL: databaseUrl, BENCH_STATEMENTS: statements });
}

/**
 * A page of Next's App Router with nothing around it.
 * @param {string} databaseUrl @param {string} statements as above @param {string} page the address of its waves there
 */
export function serveBare(databaseUrl, statements, page) {
  const env = { DATABASE_URL: databaseUrl, BENCH_STATEMENTS: statements, BENCH_PAGE: page };
  return serve(["bench/bare/serve.mjs"], "/", env);
}

/** Memory that a process holds, in MB. @param {number} pid */
export function memoryOf(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
  } catch {
    return Number.NaN; // not on this system
  }
}

/**
 * Signs in as a browser does.
 * @param {string} baseUrl @param {{ email: string, password: string }} person
 * @returns {Promise<string>} the cookies of a session
 */
export async function signIn(baseUrl, { email, password }) {
  const first = await fetch(`${baseUrl}/api/auth/csrf`);
  const { csrfToken } = await first.json();
  const body = new URLSearchParams({ csrfToken, email, password, json: "true", callbackUrl: baseUrl });
  const answer = await fetch(`${baseUrl}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookiesOf(first) },
    body,
  });
  const cookies = cookiesOf(answer);
  if (!cookies.includes("session-token")) throw new Error("The bench could not sign in.");
  return cookies;
}

/** @param {Response} response */
function cookiesOf(response) {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
