import { readFileSync } from "node:fs";
import { type APIRequestContext, type BrowserContext, test as base, type Page } from "@playwright/test";
import { openLive } from "./live";

export type SampleRole = "ADMIN" | "OFFICER" | "MANAGER" | "ENTERPRISE" | "VIEWER";
type SignIn = { email: string; password: string };

/** The sample's sign-ins, as the start wrote them. */
export function sampleSignIn(role: SampleRole): SignIn {
  const file = process.env.SIGN_INS_FILE ?? "data/sign-ins.txt";
  const line = readFileSync(file, "utf8")
    .split("\n")
    .find((text) => text.startsWith(`${role} `));
  const [, email, password] = line?.split(" ") ?? [];
  if (!email || !password) throw new Error(`${file} has no sign-in for ${role}`);
  return { email, password };
}

/** Signs a context in as a browser would, without the page: next-auth's own address with its own token. */
export async function signIn(request: APIRequestContext, { email, password }: SignIn): Promise<void> {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const answer = await request.post("/api/auth/callback/credentials", {
    form: { csrfToken, email, password, json: "true" },
  });
  const { url } = await answer.json();
  if (!answer.ok() || String(url).includes("error=")) throw new Error(`${email} could not sign in: ${url}`);
}

export type Locale = "en" | "zh";
type Fixtures = {
  /** A page of a new context, signed in as a sample person (or somebody else), in a language. */
  as: (who: SampleRole | SignIn, locale?: Locale) => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  as: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, locale = "en") => {
      const context = openLive(await browser.newContext({ baseURL }));
      contexts.push(context);
      await context.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
      await signIn(context.request, typeof who === "string" ? sampleSignIn(who) : who);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect } from "@playwright/test";
