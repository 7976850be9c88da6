type Params = Record<string, string | string[] | undefined>;
type Patch = Record<string, string | number | null | undefined>;

/**
 * The same address with some parameters changed: null or empty takes one away. Anything but `page` itself
 * changing sends the reader back to page 1.
 */
export function hrefWith(params: Params, patch: Patch, pathname = ""): string {
  const query = new URLSearchParams();
  const keepPage = "page" in patch || Object.keys(patch).length === 0;
  for (const [name, value] of Object.entries(params)) {
    const one = Array.isArray(value) ? value[0] : value;
    if (one && !(name in patch) && (name !== "page" || keepPage)) query.set(name, one);
  }
  for (const [name, value] of Object.entries(patch)) {
    if (value !== null && value !== undefined && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${pathname}?${text}` : pathname || "?";
}

/** The same, in the browser: one parameter of the current address changed, and page 1 again. */
export function withParam(pathname: string, params: URLSearchParams, name: string, value: string): string {
  return hrefWith(Object.fromEntries(params), { [name]: value }, pathname);
}
