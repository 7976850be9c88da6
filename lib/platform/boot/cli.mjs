/** Commands on a zone's database, whether its app runs or not: `npm run token -- --role MANAGER --name bi`. */

import { generateClient } from "./build.mjs";
import { BootError, oneLine } from "./console.mjs";
import { openDatabase } from "./database.mjs";
import { migrate } from "./migrate.mjs";
import { run } from "./run.mjs";
import { exitWith, onExit } from "./shutdown.mjs";
import { runTypeScript } from "./zone.mjs";

/** @type {Record<string, string>} */
const commands = {
  jobs: "lib/platform/boot/jobs.ts",
  sweep: "lib/platform/boot/sweep.ts",
  token: "lib/platform/boot/token.ts",
};

try {
  const [name = "", ...args] = process.argv.slice(2);
  const script = commands[name];
  if (!script)
    throw new BootError(`There is no command "${name}": there is ${Object.keys(commands).join(", ")}.`);
  const database = await openDatabase();
  onExit(() => database.release());
  await generateClient();
  await migrate(database.url);
  await run(process.execPath, [...runTypeScript, script, ...args], { show: true, failure: "" });
  await exitWith(0);
} catch (error) {
  const line = oneLine(error);
  if (line) process.stderr.write(`${line}\n`);
  await exitWith(1);
}
