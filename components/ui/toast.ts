/** A quiet word after something was done, that outlives the change of page. */
export type Toast = { message: string; changeSetId?: string };

export const TOAST_EVENT = "tenantry:toast";
const KEY = "toast";

export function showToast(toast: Toast): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(toast));
  } catch {
    // Without the store it still shows where no page change follows.
  }
  window.dispatchEvent(new CustomEvent<Toast>(TOAST_EVENT, { detail: toast }));
}

/** What was left by the page before; taken once. */
export function takeToast(): Toast | null {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text ? (JSON.parse(text) as Toast) : null;
  } catch {
    return null;
  }
}
