/** The reader's day and park stay with them from page to page. */
const carried = ["asOf", "park"];

/**
 * Adds the current day and park to a link, unless the link names its own (an empty one takes it away).
 * A link that is only a query (`?page=2`) has said everything already.
 */
export function carryAlong(href: string, current: { get(name: string): string | null }): string {
  if (!href.startsWith("/")) return href;
  // Nearly all links, some eighty a page.
  if (!/[?#]/.test(href)) return href + carriedBy(current);
  const [rest = "", hash] = href.split("#");
  const [pathname = "", search] = rest.split("?");
  const query = new URLSearchParams(search);
  for (const name of carried) {
    if (!query.has(name)) query.set(name, current.get(name) ?? "");
    if (!query.get(name)) query.delete(name);
  }
  const text = query.toString();
  return `${pathname}${text ? `?${text}` : ""}${hash ? `#${hash}` : ""}`;
}

/** Day and park as a query of their own, or nothing. */
function carriedBy(current: { get(name: string): string | null }): string {
  const parts = carried.flatMap((name) => {
    const value = current.get(name);
    if (!value) return [];
    return /^[\w.-]+$/.test(value) ? `${name}=${value}` : String(new URLSearchParams([[name, value]]));
  });
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

/** The same on the server, from a page's own `searchParams`: for plain anchors inside a `DataTable`. */
export function carriedFrom(href: string, params: Record<string, string | string[] | undefined>): string {
  return carryAlong(href, {
    get(name) {
      const value = params[name];
      return (Array.isArray(value) ? value[0] : value) ?? null;
    },
  });
}
