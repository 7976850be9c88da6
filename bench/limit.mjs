/** The limit: a bare node:http server that sends the very statements the app sent, and answers their rows as JSON. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";

const pg = createRequire(import.meta.url)("pg");
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
/** @type {Record<string, { text: string, values: unknown[] }[][]>} waves of statements, by address */
const waves = JSON.parse(readFileSync(process.env.BENCH_STATEMENTS ?? "", "utf8"));

const server = createServer(async (request, response) => {
  try {
    const rows = [];
    for (const wave of waves[request.url ?? ""] ?? []) {
      const results = await Promise.all(
        wave.map((statement) => pool.query({ ...statement, rowMode: "array" })),
      );
      for (const result of results) rows.push(result.rows);
    }
    response.setHeader("content-type", "application/json").end(JSON.stringify(rows));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(Number(process.env.PORT), "127.0.0.1");
