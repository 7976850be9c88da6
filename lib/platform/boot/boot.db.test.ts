import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { removeDataDir, temporaryDataDir } from "../../testing/temporary-postgres.mjs";
import { startEmbeddedPostgres, stopEmbeddedPostgres } from "./embedded-postgres.mjs";
import { root } from "./paths.mjs";

/** What an app does with its data folder, without the app. */
const holder = `
  const { claimDataDir, openDatabase } = await import("./lib/platform/boot/database.mjs");
  claimDataDir();
  console.log((await openDatabase()).url);
  setInterval(() => {}, 1000);
`;

let dataDir: string;
let children: ChildProcess[];

beforeAll(() => {
  dataDir = temporaryDataDir();
});
beforeEach(() => {
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  stopEmbeddedPostgres(dataDir);
});
afterAll(() => removeDataDir(dataDir));

function node(args: string[], env: Record<string, string> = {}): ChildProcess {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...inherited, DATA_DIR: dataDir, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  return child;
}

/** An app that holds the data folder; resolves with its database's address. */
async function holdDataDir() {
  const child = node(["--input-type=module", "-e", holder]);
  const url = await new Promise<string>((done, fail) => {
    child.stdout?.once("data", (text) => done(String(text).trim()));
    child.once("exit", () => fail(new Error("the holder ended")));
  });
  return { child, url };
}

/** A start that is expected to be refused. */
async function start(env: Record<string, string> = {}, args: string[] = []) {
  const child = node([join(root, "lib/platform/boot/start.mjs"), ...args], { PORT: "0", ...env });
  let errors = "";
  child.stderr?.on("data", (text) => {
    errors += text;
  });
  const code = await new Promise((done) => child.once("close", done));
  return { code, errors };
}

test("after a kill of the app the next start adopts the database, and nothing acknowledged is lost", async () => {
  const { child, url } = await holdDataDir();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE TABLE acknowledged (n int); INSERT INTO acknowledged VALUES (42)");
  await client.end();

  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  await gone;

  const next = await startEmbeddedPostgres(dataDir);
  expect(next.adopted).toBe(true);
  expect(next.url).toBe(url);
  const again = new pg.Client({ connectionString: next.url });
  await again.connect();
  expect((await again.query("SELECT n FROM acknowledged")).rows).toEqual([{ n: 42 }]);
  await again.end();
});

test("a kill of app and database together is recovered from", async () => {
  const { url } = await startEmbeddedPostgres(dataDir);
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  await client.query("CREATE TABLE kept (n int); INSERT INTO kept VALUES (43)");
  const { rows } = await client.query("SELECT pg_read_file('postmaster.pid') AS file");
  process.kill(Number(rows[0].file.split("\n")[0]), "SIGKILL");

  const next = await startEmbeddedPostgres(dataDir);
  expect(next.adopted).toBe(false);
  const again = new pg.Client({ connectionString: next.url });
  await again.connect();
  expect((await again.query("SELECT n FROM kept")).rows).toEqual([{ n: 43 }]);
  await again.end();
});

test("the embedded database sees Chinese letters and ships the extensions we use", async () => {
  const { url } = await startEmbeddedPostgres(dataDir);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE EXTENSION pg_trgm; CREATE EXTENSION btree_gist");
  const { rows } = await client.query(
    "SELECT cardinality(show_trgm('广州')) > 0 AS seen, current_setting('TimeZone') AS zone",
  );
  expect(rows).toEqual([{ seen: true, zone: "UTC" }]);
  await client.end();
});

test("a second start on one data folder is refused, and names the first", async () => {
  const { child } = await holdDataDir();
  const { code, errors } = await start();
  expect(code).toBe(1);
  expect(errors.trim().split("\n")).toHaveLength(1);
  expect(errors).toContain(`An app already runs on ${dataDir} (process ${child.pid})`);
});

test("a port in use is refused before anything is done", async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  try {
    const { code, errors } = await start({ PORT: String(port) });
    expect(code).toBe(1);
    expect(errors.trim()).toBe(
      `Port ${port} is in use: stop what uses it, or choose another: PORT=${port + 1} npm start.`,
    );
  } finally {
    server.close();
  }
});

test.each([
  [
    "postgresql://u:secret@127.0.0.1:1/zone",
    /^DATABASE_URL \(127\.0\.0\.1:1\/zone\) does not answer \(ECONNREFUSED\)/,
  ],
  ["nonsense", /^DATABASE_URL is not an address/],
])("a DATABASE_URL that does not answer is one line without its password: %s", async (url, line) => {
  const { code, errors } = await start({ DATABASE_URL: url });
  expect(code).toBe(1);
  expect(errors.trim().split("\n")).toHaveLength(1);
  expect(errors).toMatch(line);
  expect(errors).not.toContain("secret");
});

test("a file where the data folder should be is one line", async () => {
  const { code, errors } = await start({ DATA_DIR: join(root, "package.json") });
  expect(code).toBe(1);
  expect(errors).toMatch(/^DATA_DIR .*package\.json cannot be used \(EEXIST\): /);
});
