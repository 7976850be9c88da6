/** Loaded before the app while it is recorded: writes down each statement it sends, in waves of what runs together. */
import { appendFileSync } from "node:fs";
import { createRequire } from "node:module";

const { Client } = createRequire(import.meta.url)("pg");
const file = process.env.BENCH_RECORD ?? "";
const query = Client.prototype.query;
let running = 0;
let wave = 0;

/** @param {any[]} args */
Client.prototype.query = function (...args) {
  const [asked, values] = args;
  const text = asked?.text ?? asked;
  // What a new connection says of itself belongs to no request.
  if (typeof text !== "string" || text.startsWith("SET TIME ZONE")) return query.apply(this, args);
  if (running === 0) wave += 1;
  running += 1;
  const given = asked.values ?? (Array.isArray(values) ? values : []);
  appendFileSync(file, `${JSON.stringify({ wave, text, values: given })}\n`);
  const done = () => {
    running -= 1;
  };
  const callback = args.at(-1);
  if (typeof callback === "function") {
    args[args.length - 1] = (/** @type {any[]} */ ...result) => {
      done();
      callback(...result);
    };
    return query.apply(this, args);
  }
  const result = query.apply(this, args);
  result.then(done, done);
  return result;
};
