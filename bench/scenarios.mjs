/** What is measured, and what it sends to the database. */
import { readFileSync, writeFileSync } from "node:fs";
import { fetchOnce } from "./measure.mjs";

/**
 * What is asked: `{day}` in a path is another day at each request, and `{from}` the one 23 months before, so that no
 * answer is one that the app remembers. The limit sends the same statements, or those that are given.
 * @typedef {{ name: string, path: string, html: boolean, manager?: boolean, limit?: string[] }} Scenario
 */

/** The least that an occupancy report asks of a database: two grouped passes, by park and building. */
const groupedPasses = [
  `SELECT park_id, building_id, sum(area), count(*) FROM units
   WHERE availability = 'LETTABLE' AND valid_from <= '2022-11-01' AND (valid_to IS NULL OR valid_to > '2022-11-01')
   GROUP BY 1, 2`,
  `SELECT u.park_id, u.building_id, sum(least(u.area, l.area)), count(DISTINCT s.enterprise_id)
   FROM lease_lines l JOIN leases s ON s.id = l.lease_id JOIN units u ON u.id = l.unit_id
   WHERE l.in_force_from <= '2022-11-01' AND (l.in_force_to IS NULL OR l.in_force_to >= '2022-11-01')
     AND u.availability = 'LETTABLE'
   GROUP BY 1, 2`,
];

/** @param {string} firm an id @returns {Scenario[]} */
export function scenarios(firm) {
  return [
    { name: "list data (API)", path: "/api/v1/enterprises?query=bio&cluster=BIOMEDICINE", html: false },
    { name: "list page", path: "/enterprises?query=bio&cluster=BIOMEDICINE&asOf=2022-11-01", html: true },
    { name: "one firm (API)", path: `/api/v1/enterprises/${firm}`, html: false },
    { name: "one firm, page", path: `/enterprises/${firm}?asOf=2022-11-01`, html: true },
    { name: "search", path: "/search?q=harbour&asOf=2022-11-01", html: true },
    { name: "search as it is typed", path: "/search/suggest?q=harb", html: true },
    { name: "the same, two characters", path: "/search/suggest?q=%E6%B8%AF%E6%B9%BE", html: true },
    { name: "occupancy (API)", path: "/api/v1/occupancy?asOf=2022-11-01", html: false, limit: groupedPasses },
    { name: "occupancy, new day", path: "/api/v1/occupancy?asOf={day}", html: false, limit: groupedPasses },
    { name: "24 points, new days", path: "/api/v1/occupancy/series?from={from}&to={day}", html: false },
    { name: "headcount, new day", path: "/api/v1/headcount?asOf={day}", html: false },
    { name: "progress, page, new day", path: "/reports/progress?asOf={day}", html: true },
    { name: "chain, page", path: "/reports/promises?asOf=2022-10-31", html: true },
    {
      name: "roll-up of a session (API)",
      path: "/api/v1/meetings/01930022-0000-7000-8000-000000000002/roll-up?asOf={day}",
      html: false,
    },
    { name: "chain, page, new day", path: "/reports/promises?asOf={day}", html: true },
    { name: "silent agreements, page", path: "/agreements?state=SILENT&asOf=2022-10-31", html: true },
    { name: "timeline, page", path: "/reports/timeline?asOf=2022-11-01", html: true },
    { name: "commitments, page", path: "/commitments?asOf=2022-11-01", html: true },
    { name: "manager's home", path: "/?asOf=2022-11-01", html: true, manager: true },
    { name: "manager's home, new day", path: "/?asOf={day}", html: true, manager: true },
  ];
}

/** A page, or what a page asks for, is asked with a session, the API with a token. @param {Scenario} scenario @param {Caller} caller */
export function toTarget({ path, html, manager }, { baseUrl, cookies, managerCookies, token }) {
  const headers = html
    ? { cookie: manager ? managerCookies : cookies }
    : { authorization: `Bearer ${token}` };
  return {
    url: path.includes("{day}") ? () => `${baseUrl}${onAnotherDay(path)}` : `${baseUrl}${path}`,
    headers,
  };
}
/** @typedef {{ baseUrl: string, cookies: string, managerCookies: string, token: string }} Caller */

let asked = 0;

/** @param {string} path */
function onAnotherDay(path) {
  asked += 1;
  // Never past the 28th, so that 23 months before there is such a day.
  const day = new Date(Date.UTC(2021, Math.floor(asked / 28) % 24, 1 + (asked % 28)));
  const from = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - 23, day.getUTCDate()));
  const text = (/** @type {Date} */ date) => date.toISOString().slice(0, 10);
  return path.replace("{day}", text(day)).replace("{from}", text(from));
}

/**
 * Asks the recorded app for each scenario twice and keeps the statements of the second time, without those that
 * find out who asks: sign-in is the app's own cost, not the limit's.
 * @param {Scenario[]} all @param {Caller} caller @param {string} record @param {string} file
 */
export async function recordStatements(all, caller, record, file) {
  /** @type {Record<string, { text: string, values: unknown[] }[][]>} */
  const waves = {};
  for (const [i, scenario] of all.entries()) {
    if (scenario.limit) {
      waves[`/${i}`] = scenario.limit.map((text) => [{ text, values: [] }]);
      continue;
    }
    for (let time = 0; time < 2; time += 1) {
      writeFileSync(record, "");
      const { status } = await fetchOnce(toTarget(scenario, caller));
      if (status !== 200) throw new Error(`${scenario.path} answered ${status}`);
    }
    const lines = readFileSync(record, "utf8").trim().split("\n").filter(Boolean);
    const sent = lines
      .map((line) => JSON.parse(line))
      .filter(({ text }) => !/FROM (users u|api_tokens t)\b/.test(text));
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
