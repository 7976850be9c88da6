"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
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
