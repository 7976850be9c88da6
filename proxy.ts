import { type NextRequest, NextResponse } from "next/server";

/** Tells pages their own address, so that signing in can lead back to it. Decides nothing. */
export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

// Uploads stay out: with a proxy every body is held in memory and cut at 10 MB.
export const config = { matcher: ["/((?!api/|imports/upload|_next/|icon|favicon).*)"] };
