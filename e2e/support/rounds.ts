import type { Page } from "@playwright/test";
import { unique } from "./office";
import { expect } from "./sign-in";

type Made = { id: string; version: number };
type Answer = Made & { round: { id: string } };

/** By the API, as the person of the page. */
export function callerOf(page: Page) {
  return {
    get: async (path: string) => (await page.request.get(`/api/v1${path}`)).json(),
    post: async (path: string, data: object, version?: number): Promise<Made> => {
      const headers: Record<string, string> = version === undefined ? {} : { "if-match": `"${version}"` };
      const answer = await page.request.post(`/api/v1${path}`, { headers, data });
      expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
      return answer.json();
    },
  };
}

/** A park of its own, made by whoever may. */
export async function makeParkOfRound(page: Page): Promise<Made & { name: string }> {
  const code = unique("P");
  const made = await callerOf(page).post("/parks", { code, nameEn: `Park ${code}` });
  return { ...made, name: `Park ${code}` };
}

/** A firm that is there in body, in one park or several. */
export async function makeFirmIn(page: Page, parkIds: string[]): Promise<Made & { name: string }> {
  const name = unique("Firm ");
  const presences = parkIds.map((parkId) => ({ parkId, kind: "PRESENT", fromOn: "2020-01-01" }));
  const made = await callerOf(page).post("/enterprises", { nameEn: name, presences });
  return { ...made, name };
}

/**
 * A round of a park, opened. Its last day was in 2022, so that who has not answered needs an exception, unless another
 * is told.
 */
export async function makeOpenRound(page: Page, parkId: string, closesOn = "2022-10-31") {
  const { get, post } = callerOf(page);
  const forms = await get("/return-forms?query=PARK-Q");
  const code = unique("R-");
  const made = await post("/return-rounds", {
    ...{ code, titleEn: `Round ${code}`, formId: forms.items[0].id, parkId },
    ...{ periodFrom: "2022-07-01", referenceOn: "2022-09-30", opensOn: "2022-10-01" },
    ...{ dueOn: "2022-10-15", closesOn },
  });
  const opened = await post(`/return-rounds/${made.id}/open`, {}, made.version);
  return { ...opened, code };
}

/** The return of a firm in a round. */
export async function findAnswer(page: Page, roundId: string, firm: string): Promise<Answer> {
  const { items } = await callerOf(page).get(`/returns?round=${roundId}&query=${encodeURIComponent(firm)}`);
  return items[0];
}

/** Answers to the ready form. */
export const readyAnswers = {
  ...{ total: "12", own: "10", dispatched: "2", other: "0", local: "12", foreign: "0" },
  ...{ output: "100", revenue: "100", tax: "1", investment: "0", rAndDSpending: "0" },
  ...{ rAndD: "2", degree: "3", patentsFiled: "0", patentsGranted: "0", electricity: "1" },
};
