/** What is measured, and what it sends to the database. */
import { readFileSync, writeFileSync } from "node:fs";
import { fetchOnce } from "./measure.mjs";

/** @typedef {{ name: string, path: string, html: boolean }} Scenario */

/** @param {string} firm an id @returns {Scenario[]} */
export function scenarios(firm) {
  return [
    { name: "list data (API)", path: "/api/v1/enterprises?query=bio&cluster=BIOMEDICINE", html: false },
    { name: "list page", path: "/enterprises?query=bio&cluster=BIOMEDICINE&asOf=2022-11-01", html: true },
    { name: "one firm (API)", path: `/api/v1/enterprises/${firm}`, html: false },
    { name: "one firm, page", path: `/enterprises/${firm}?asOf=2022-11-01`, html: true },
    { name: "search", path: "/search?q=harbour&asOf=2022-11-01", html: true },
    { name: "occupancy report (API)", path: "/api/v1/occupancy?asOf=2022-11-01", html: false },
  ];
}

/** A page is asked with a session, the API with a token. @param {Scenario} scenario @param {Caller} caller */
export function toTarget({ path, html }, { baseUrl, cookies, token }) {
  const headers = html ? { cookie: cookies } : { authorization: `Bearer ${token}` };
  return { url: `${baseUrl}${path}`, headers };
}
/** @typedef {{ baseUrl: string, cookies: string, token: string }} Caller */

/**
 * Asks the recorded app for each scenario twice and keeps the statements of the second time, without those that
 * find out who asks: sign-in is the app's own cost, not the limit's.
 * @param {Scenario[]} all @param {Caller} caller @param {string} record @param {string} file
 */
export async function recordStatements(all, caller, record, file) {
  /** @type {Record<string, { text: string, values: unknown[] }[][]>} */
  const waves = {};
  for (const [i, scenario] of all.entries()) {
    for (let time = 0; time < 2; time += 1) {
      writeFileSync(record, "");
      const { status } = await fetchOnce(toTarget(scenario, caller));
      if (status !== 200) throw new Error(`${scenario.path} answered ${status}`);
    }
    const lines = readFileSync(record, "utf8").trim().split("\n").filter(Boolean);
    const sent = lines
      .map((line) => JSON.parse(line))
      .filter(({ text }) => !/"?(users|api_tokens)"?/.test(text));
    const order = [...new Set(sent.map(({ wave }) => wave))];
    waves[`/${i}`] = order.map((wave) =>
      sent.filter((one) => one.wave === wave).map(({ text, values }) => ({ text, values })),
    );
  }
  writeFileSync(file, JSON.stringify(waves));
  return waves;
}

/** The scripts that a page asks for, gzipped, in KB. @param {Caller} caller @param {Scenario} scenario */
export async function scriptsOf(caller, scenario) {
  const { gzipSync } = await import("node:zlib");
  const { body } = await fetchOnce(toTarget(scenario, caller));
  const addresses = new Set([...body.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = ""]) => src));
  let bytes = 0;
  for (const address of addresses) {
    const script = await fetchOnce({ url: new URL(address, caller.baseUrl).href });
    bytes += gzipSync(script.body).length;
  }
  return { files: addresses.size, kilobytes: bytes / 1024 };
}
