"use server";

import { cookies } from "next/headers";
import { DENSITY_COOKIE, isDensity, isLocale, isScheme, LOCALE_COOKIE, SCHEME_COOKIE } from "./locales";

const YEAR = 365 * 24 * 60 * 60;

/** Setting a cookie in an action renders the same address again, in the new language, form state kept. */
export async function setLocaleAction(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (!isLocale(locale)) return;
  (await cookies()).set(LOCALE_COOKIE, locale, { maxAge: YEAR, sameSite: "lax", path: "/" });
}

export async function setSchemeAction(form: FormData): Promise<void> {
  const scheme = form.get("scheme");
  if (!isScheme(scheme)) return;
  (await cookies()).set(SCHEME_COOKIE, scheme, { maxAge: YEAR, sameSite: "lax", path: "/" });
}

export async function setDensityAction(form: FormData): Promise<void> {
  const density = form.get("density");
  if (!isDensity(density)) return;
  (await cookies()).set(DENSITY_COOKIE, density, { maxAge: YEAR, sameSite: "lax", path: "/" });
}
