import { messageOf } from "../../platform/errors/app-error";
import type { Problem } from "../types";
import type { HeadcountFact, TenancyRow, TenancyWrites } from "./types";

/** Headcounts by firm, park and day: rows that repeat one agree on it, and one in parts is not overwritten. */
export class HeadcountBook {
  private readonly standing: Map<string, HeadcountFact>;
  private readonly said = new Map<string, { row: number; total: number }>();
  private readonly taken = new Set<string>();
  readonly writes: TenancyWrites["headcounts"] = { creates: [], updates: [] };

  constructor(facts: HeadcountFact[]) {
    this.standing = new Map(facts.map((fact) => [keyOf(fact.enterpriseId, fact.parkId, fact.on), fact]));
  }

  check(row: TenancyRow): Problem | null {
    if (!row.headcount || !row.parkId) return null;
    const { total, on } = row.headcount;
    const key = keyOf(row.firm.key, row.parkId, on);
    const before = this.said.get(key);
    if (before && before.total !== total) {
      const message = messageOf("imports.errors.headcountDisagrees", before);
      return { row: row.n, field: "headcount", code: "HEADCOUNT_DISAGREES", message };
    }
    this.said.set(key, { row: row.n, total });
    const fact = this.standing.get(key);
    if (!fact?.inParts || fact.total === total) return null;
    const message = messageOf("imports.errors.headcountInParts", { total: fact.total });
    return { row: row.n, field: "headcount", code: "HEADCOUNT_IN_PARTS", message };
  }

  /** Takes a row that will be written; true where it changes what is declared. */
  take(row: TenancyRow): boolean {
    if (!row.headcount || !row.parkId) return false;
    const { total, on } = row.headcount;
    const key = keyOf(row.firm.key, row.parkId, on);
    const fact = this.standing.get(key);
    const changes = fact?.total !== total;
    if (this.taken.has(key)) return changes;
    this.taken.add(key);
    if (!fact) this.writes.creates.push({ firm: row.firm, parkId: row.parkId, on, total });
    else if (changes) this.writes.updates.push({ id: fact.id, version: fact.version, total });
    return changes;
  }
}

const keyOf = (firm: string, parkId: string, on: string) => `${firm}/${parkId}/${on}`;
