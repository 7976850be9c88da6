#!/usr/bin/env node
/**
 * Stands where Prisma's CLI looks for its schema engine binary: answers JSON-RPC, one message a
 * line, from the WebAssembly engine. `cli <command>` is the CLI's other way of calling it.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { engineError, openSchemaEngine } from "./schema-engine-wasm.mjs";

const args = process.argv.slice(2);
const datasource = args.includes("--datasource") ? JSON.parse(args[args.indexOf("--datasource") + 1]) : {};
const url = datasource.url || process.env.DATABASE_URL || "postgresql://localhost:1/none";
const datamodels = args.flatMap((arg, i) => (args[i - 1] === "--datamodels" ? [arg] : []));

/** The CLI asks whether the database is there before it opens a session. @param {string} command */
async function runCommand(command) {
  const { default: pg } = await import("pg");
  const target = new URL(url);
  const database = decodeURIComponent(target.pathname.slice(1));
  if (command === "create-database") target.pathname = "/postgres";
  const client = new pg.Client({ connectionString: target.href, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    if (command === "create-database")
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } catch (error) {
    const code = /** @type {{ code?: string }} */ (error).code;
    const missing = code === "3D000";
    const message = missing ? `Database ${database} does not exist` : /** @type {Error} */ (error).message;
    const fields = { error_code: missing ? "P1003" : "P1001", message };
    const line = { level: "ERROR", target: "schema_engine::logger", fields };
    // The CLI skips the first line that the native engine writes.
    process.stderr.write(`\n${JSON.stringify(line)}`);
    process.exitCode = 1;
  } finally {
    await client.end().catch(() => {});
  }
}

async function serve() {
  const files = datamodels.map(
    (path) => /** @type {[string, string]} */ ([path, readFileSync(path, "utf8")]),
  );
  const log = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);
  const opening = openSchemaEngine(url, { datamodels: files.length > 0 ? files : undefined, log });
  opening.catch(() => {}); // told to whoever asks first, below
  // A panic escapes from the engine's own queue, so no caller catches it. The CLI knows code 101.
  process.once("uncaughtException", (error) => {
    const fields = { message: engineError(error).message, backtrace: error.stack };
    process.stderr.write(`${JSON.stringify({ level: "ERROR", fields })}\n`, () => process.exit(101));
  });
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line);
    if (!method) continue; // the CLI acknowledging what we asked it to print
    let answer;
    try {
      const engine = /** @type {Record<string, (p: unknown) => Promise<unknown>>} */ (
        /** @type {unknown} */ (await opening)
      );
      const name = method === "getDatabaseVersion" ? "version" : method;
      if (typeof engine[name] !== "function") throw new Error(`The schema engine has no method ${method}`);
      const result = (await engine[name](params)) ?? {};
      // The native engine prints a diff by itself, through the CLI.
      const { stdout } = /** @type {{ stdout?: string | null }} */ (result);
      if (method === "diff" && stdout) send({ id: 0, method: "print", params: { content: stdout } });
      answer = { result };
    } catch (error) {
      const { panic, message, code } = engineError(error);
      const data = { is_panic: panic, message, error_code: code, meta: {}, error: { message } };
      answer = { error: { code: 4466, message: "An error happened. Check the data field.", data } };
    }
    send({ id, ...answer });
  }
  process.exit(0);
}

/** @param {object} message */
function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

const cli = args.indexOf("cli");
await (cli >= 0 ? runCommand(args[cli + 1]) : serve());
