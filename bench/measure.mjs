/** Requests as fast as some connections carry them, and what they cost. Only to this machine. */
import { Agent, request } from "node:http";

/** @typedef {{ url: string | (() => string), headers?: Record<string, string> }} Target */
/** @typedef {{ p50: number, p95: number, rate: number, failures: number }} Cost */

/** @param {Agent} agent @param {Target} target @returns {Promise<{ status: number, body: string }>} */
function send(agent, { url, headers }) {
  return new Promise((done, fail) => {
    const asked = request(typeof url === "string" ? url : url(), { agent, headers }, (response) => {
      /** @type {Buffer[]} */
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () =>
        done({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString("utf8") }),
      );
      response.on("error", fail);
    });
    asked.on("error", (error) => {
      // While the other was measured, this one's server has shut a connection that was kept open.
      const shut = asked.reusedSocket && "code" in error && error.code === "ECONNRESET";
      if (shut) done(send(agent, { url, headers }));
      else fail(error);
    });
    asked.end();
  });
}

/** One request. @param {Target} target */
export async function fetchOnce(target) {
  const agent = new Agent();
  return send(agent, target).finally(() => agent.destroy());
}

/**
 * Runs a piece of work on some lanes at once for a while.
 * @param {number} lanes
 * @param {number} seconds
 * @param {() => Promise<boolean>} work says whether it went well
 */
export async function drive(lanes, seconds, work) {
  /** @type {number[]} */
  const times = [];
  let failures = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  const lane = async () => {
    while (performance.now() < until) {
      const since = performance.now();
      if (!(await work())) failures += 1;
      times.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { times, failures, elapsed: performance.now() - began };
}

/**
 * Measures several pieces of work by turns, so that a slow minute of the machine falls on all of them.
 * @param {(() => Promise<boolean>)[]} works
 * @param {{ lanes: number, seconds: number, rounds: number }} options
 * @returns {Promise<Cost[]>}
 */
export async function measureByTurns(works, { lanes, seconds, rounds }) {
  const sums = works.map(() => ({ times: /** @type {number[]} */ ([]), failures: 0, elapsed: 0 }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, work] of works.entries()) {
      const { times, failures, elapsed } = await drive(lanes, seconds, work);
      sums[i].times.push(...times);
      sums[i].failures += failures;
      sums[i].elapsed += elapsed;
    }
  }
  return sums.map(({ times, failures, elapsed }) => {
    times.sort((a, b) => a - b);
    const at = (/** @type {number} */ share) =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return { p50: at(0.5), p95: at(0.95), rate: (times.length / elapsed) * 1000, failures };
  });
}

/**
 * Work that asks targets over connections that stay open.
 * @param {Target} target
 * @returns {{ work: () => Promise<boolean>, close: () => void }}
 */
export function asking(target) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const work = () => send(agent, target).then(({ status }) => status === 200);
  return { work, close: () => agent.destroy() };
}
