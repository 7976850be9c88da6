"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { isId } from "../values/id";
import { FIRM_COOKIE } from "./firm";
import { sessionCookies } from "./session-token";

/** Ends this session on this device. The frame's own form calls it, so it works without JavaScript. */
export async function signOutAction(): Promise<void> {
  const jar = await cookies();
  for (const { name } of jar.getAll()) {
    if (sessionCookies.some((session) => name === session || name.startsWith(`${session}.`)))
      jar.delete(name);
  }
  redirect("/sign-in");
}

/** Chooses the firm that one acts for, of one's own; another firm's id is kept to no effect (firm.ts). */
export async function switchFirmAction(form: FormData): Promise<void> {
  const id = form.get("firm");
  if (typeof id === "string" && isId(id)) {
    const yearS = 365 * 24 * 3600;
    (await cookies()).set(FIRM_COOKIE, id, { maxAge: yearS, sameSite: "lax", httpOnly: true, path: "/" });
  }
  redirect("/portal");
}
