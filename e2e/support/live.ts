import type { BrowserContext, Page } from "@playwright/test";

/**
 * Journeys act on pages that listen: an opened or reloaded page of this context is waited for until React has taken over
 * its controls and what it does afterwards (focus, keys) has run. On a slow machine a key would come before that. What
 * a page keeps of what is typed too early has journeys of its own; they open it with `waitUntil: "commit"`.
 */
export function openLive(context: BrowserContext): BrowserContext {
  context.on("page", (page) => {
    const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
    page.goto = async (address, options) => {
      const answer = await goto(address, options);
      if (options?.waitUntil !== "commit") await untilLive(page);
      return answer;
    };
    page.reload = async (options) => {
      const answer = await reload(options);
      await untilLive(page);
      return answer;
    };
  });
  return context;
}

const controls = ["input:not([type=hidden])", "button", "select", "textarea"];

async function untilLive(page: Page): Promise<void> {
  await page.waitForFunction((selector) => {
    type Props = { dangerouslySetInnerHTML?: unknown };
    /** React leaves its mark on every element that it has taken over; what is sent as HTML stays without. */
    function propsOf(element: Element): Props | null {
      const mark = Object.keys(element).find((key) => key.startsWith("__reactProps"));
      return mark ? ((element as unknown as Record<string, Props>)[mark] ?? null) : null;
    }
    function isTaken(element: Element): boolean {
      if (propsOf(element)) return true;
      let at = element.parentElement;
      while (at && !propsOf(at)) at = at.parentElement;
      return at !== null && propsOf(at)?.dangerouslySetInnerHTML !== undefined;
    }
    return [...document.querySelectorAll(selector)].every(isTaken);
  }, controls.join(", "));
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done)))),
  );
}

/**
 * Holds a page's scripts back: until the answer is called, whatever is done is done to the server's HTML alone. For pages
 * that are opened with `waitUntil: "commit"`.
 */
export async function holdScripts(page: Page): Promise<() => void> {
  let arrive = () => {};
  const arrival = new Promise<void>((done) => {
    arrive = done;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await arrival;
    await route.continue();
  });
  return arrive;
}
