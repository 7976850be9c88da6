import pg from "pg";

/** Answered that often in a row, and shortly each time, a statement is kept ready. */
const OFTEN = 3;
/**
 * What "shortly" is, in milliseconds. Planning takes one or two: half of a short statement, nothing of a long one.
 * And a plan that is kept is made without knowing the values, which a long statement can pay for many times over.
 */
const SHORT = 20;
/**
 * How many are kept ready at most. Each connection of the database keeps its own copy for as long as it lives, so
 * what is asked with ever other texts (lists of ids, choices of filters) must not add up.
 */
const MOST = 150;
/** How many texts are counted before counting begins anew. */
const COUNTED = 2_000;
/** What PostgreSQL says of a plan that is kept when a table has other columns since: another instance has migrated. */
const OUTDATED = "0A000";

/** Which statements PostgreSQL reads and plans once a connection instead of each time, by what their asking took. */
export function readyStatements({ often = OFTEN, short = SHORT, most = MOST, counted = COUNTED } = {}) {
  const names = new Map<string, string>();
  const shortly = new Map<string, number>();
  let named = 0;
  return {
    /** The name under which a text is kept ready, the same for good; none ("") where it is not. */
    nameOf: (text: string): string => names.get(text) ?? "",
    /** Notes what an answer took, in milliseconds. */
    took(text: string, milliseconds: number): void {
      if (names.has(text) || names.size >= most) return;
      if (milliseconds > short) {
        shortly.delete(text);
        return;
      }
      const times = (shortly.get(text) ?? 0) + 1;
      if (times < often) {
        if (shortly.size >= counted) shortly.clear();
        shortly.set(text, times);
        return;
      }
      shortly.delete(text);
      named += 1;
      names.set(text, `tenantry_${named}`);
    },
    /** What was kept ready under its name answers no more; it may get another one. */
    forget(text: string): void {
      names.delete(text);
    },
  };
}

/** A client of the pool that notes what the answers to its statements took, and which are outdated. */
export function timedClient({ took, forget }: ReturnType<typeof readyStatements>): typeof pg.Client {
  return class TimedClient extends pg.Client {
    override query(...given: unknown[]) {
      const [asked] = given as [{ text?: unknown } | undefined];
      const text = asked?.text;
      // A cursor is no statement that ends.
      if (typeof text !== "string" || (asked && "submit" in asked)) return this.#ask(given);
      const since = performance.now();
      const note = (error?: { code?: string } | null) => {
        if (!error) took(text, performance.now() - since);
        else if (error.code === OUTDATED) forget(text);
      };
      const last = given.at(-1);
      if (typeof last === "function") {
        given[given.length - 1] = (error: { code?: string } | null, ...rest: unknown[]) => {
          note(error);
          last(error, ...rest);
        };
        return this.#ask(given);
      }
      const answer = this.#ask(given) as Promise<unknown>;
      answer.then(() => note(), note);
      return answer;
    }

    #ask(given: unknown[]) {
      return Reflect.apply(super.query, this, given);
    }
  } as typeof pg.Client;
}
