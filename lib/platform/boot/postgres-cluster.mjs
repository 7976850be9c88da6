/** One PostgreSQL cluster on disk, and the process that serves it if any. */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BootError } from "./console.mjs";
import { processIdentity } from "./lock.mjs";
import { freePort } from "./ports.mjs";

/**
 * `builtin` C.UTF-8 sorts alike on every machine. pg_trgm still asks the system which letters are
 * letters, so that character type must know Chinese; macOS has no C.UTF-8.
 */
const initdbFlags = [
  ...["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
  `--lc-ctype=${process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8"}`,
];

/** Plans for one machine with a solid-state disk; compiling a plan costs more than our queries do. */
const tuning = { timezone: "UTC", random_page_cost: "1.1", jit: "off" };

/** One cluster on disk, and the process that serves it if any. */
export class PostgresCluster {
  /**
   * @param {string} dataDir
   * @param {import("./postgres-binaries.mjs").Account} account
   * @param {{ initdb: string, pgCtl: string }} binaries
   */
  constructor(dataDir, account, binaries) {
    this.cluster = join(dataDir, "postgres");
    this.passwordFile = join(dataDir, "postgres-password");
    this.log = join(this.cluster, "server.log");
    this.account = account;
    this.binaries = binaries;
  }

  /**
   * @param {string} program
   * @param {string[]} args
   */
  run(program, args) {
    const { uid, gid } = this.account;
    const env = { ...process.env, LC_ALL: "C" };
    const result = spawnSync(program, args, {
      uid,
      gid,
      env,
      cwd: "/",
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (result.error) throw new BootError(`PostgreSQL cannot be run: ${result.error.message}`);
    return { ok: result.status === 0, output: `${result.stdout}${result.stderr}`.trim() };
  }

  exists() {
    return existsSync(join(this.cluster, "PG_VERSION"));
  }

  /** Makes the cluster aside and moves it in place, so that an interrupted start leaves no half of one. */
  initialise() {
    const partial = `${this.cluster}.new`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { mode: 0o700 });
    const { uid, gid } = this.account;
    if (uid !== undefined && gid !== undefined) chownSync(partial, uid, gid);
    const password = randomBytes(24).toString("base64url");
    const handover = join(partial, "..", "postgres-password.new");
    writeFileSync(handover, password, { mode: 0o600 });
    if (uid !== undefined && gid !== undefined) chownSync(handover, uid, gid);
    const { ok, output } = this.run(this.binaries.initdb, [
      ...["-D", partial, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${handover}`, ...initdbFlags],
    ]);
    rmSync(handover, { force: true });
    if (!ok) throw new BootError(reason("PostgreSQL could not prepare its data", output));
    writeFileSync(this.passwordFile, password, { mode: 0o600 });
    renameSync(partial, this.cluster);
  }

  /** Line `index` of what the live server writes about itself. @param {number} index */
  pidFileLine(index) {
    const file = join(this.cluster, "postmaster.pid");
    return existsSync(file) ? (readFileSync(file, "utf8").split("\n")[index]?.trim() ?? "") : "";
  }

  /**
   * Is the cluster served? One that is still recovering from a crash is waited for, and so is the end of one that was
   * killed a moment ago: its process is still there and its file still says "ready", but it no longer answers.
   */
  async isRunning() {
    const deadline = Date.now() + 60_000;
    while (processIdentity(Number(this.pidFileLine(0))) !== "") {
      if (!this.run(this.binaries.pgCtl, ["status", "-D", this.cluster]).ok) return false;
      if (this.pidFileLine(7) === "ready" && (await this.answers())) return true;
      if (Date.now() > deadline) throw new BootError(`PostgreSQL takes too long to recover: see ${this.log}`);
      await new Promise((wake) => setTimeout(wake, 100));
    }
    return false;
  }

  /** Whether the server says anything, be it that nobody may come in. */
  async answers() {
    const client = await this.client();
    try {
      await client.connect();
      return true;
    } catch (error) {
      // What the server itself says has a severity; a connection that breaks has none.
      return error instanceof Error && "severity" in error;
    } finally {
      await client.end().catch(() => {});
    }
  }

  async client() {
    const { default: pg } = await import("pg");
    const client = new pg.Client({ connectionString: this.url("postgres"), connectionTimeoutMillis: 10_000 });
    // A connection that breaks while nobody asks it anything is told to whoever asks next.
    client.on("error", () => {});
    return client;
  }

  /** @param {Record<string, string>} settings */
  async start(settings) {
    rmSync(this.log, { force: true });
    const port = await freePort();
    const fixed = { listen_addresses: "127.0.0.1", port: String(port), unix_socket_directories: "" };
    const flags = Object.entries({ ...fixed, ...tuning, ...settings }).map(
      ([name, value]) => `-c ${name}='${value}'`,
    );
    const args = ["start", "-w", "-t", "60", "-D", this.cluster, "-l", this.log, "-o", flags.join(" ")];
    for (let tries = 0; ; tries++) {
      const { ok, output } = this.run(this.binaries.pgCtl, args);
      if (ok) return;
      const log = existsSync(this.log) ? readFileSync(this.log, "utf8") : "";
      // The processes of a server that was killed take a moment to notice.
      const leaving = /already exists|shared memory block is still in use/.test(log);
      if (!leaving || tries === 30) throw new BootError(reason("PostgreSQL did not start", log || output));
      rmSync(this.log, { force: true });
      await new Promise((wake) => setTimeout(wake, 300));
    }
  }

  /** @param {string} name */
  async createDatabase(name) {
    const client = await this.client();
    await client.connect();
    try {
      const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    } finally {
      await client.end();
    }
  }

  /** @param {string} database */
  url(database) {
    const password = readFileSync(this.passwordFile, "utf8").trim();
    return `postgresql://postgres:${password}@127.0.0.1:${this.pidFileLine(3)}/${database}`;
  }

  /** Lets running statements end in an orderly rollback, and waits until the server is gone. */
  stop() {
    this.run(this.binaries.pgCtl, ["stop", "-w", "-t", "30", "-m", "fast", "-D", this.cluster]);
  }
}

/** @param {string} what @param {string} log */
function reason(what, log) {
  if (/No space left on device|Disk quota exceeded/i.test(log))
    return `${what}: the disk is full. Free some space, then start again.`;
  const line =
    log.split("\n").findLast((text) => /FATAL|PANIC|ERROR|error:/.test(text)) ?? log.split("\n").at(-1) ?? "";
  return `${what}: ${line.replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, "").trim()}`;
}
