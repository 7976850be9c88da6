import { readFileSync } from "node:fs";
import Link from "next/link";
import pg from "pg";

export const dynamic = "force-dynamic";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
/** The waves of statements of the app's list page; the last one answers its rows as JSON. Not there while it is built. */
const file = process.env.BENCH_STATEMENTS;
const waves = file ? JSON.parse(readFileSync(file, "utf8"))[process.env.BENCH_PAGE ?? ""] : [];

/** The list as anybody's first version draws it: the same statements, a form, a table, links. */
export default async function Page() {
  let found = { total: 0, rows: [] };
  for (const wave of waves) {
    const results = await Promise.all(wave.map((/** @type {{ text: string }} */ one) => pool.query(one)));
    found = results.map(({ rows }) => rows[0]).find((row) => row && "total" in row && "rows" in row) ?? found;
  }
  return (
    <main>
      <h1>Enterprises</h1>
      <form>
        <input name="query" defaultValue="bio" />
        <select name="cluster" />
        <button type="submit">Go</button>
      </form>
      <table>
        <tbody>
          {found.rows.map((/** @type {any} */ row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={`/enterprises/${row.id}`}>{row.nameEn ?? row.nameZh}</Link>
              </th>
              <td>{row.identifier?.value}</td>
              <td>{row.cluster}</td>
              <td>{row.country}</td>
              <td>{row.stage}</td>
              <td>{row.parks.join(", ")}</td>
              <td>{row.area}</td>
              <td>{row.people}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{found.total} in all</p>
    </main>
  );
}
