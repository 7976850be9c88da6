import { expect } from "vitest";
import { writes } from "@/app/api/v1/_routes/writes";
import { createToken } from "@/lib/domain/tokens/service";
import { serveWrite } from "@/lib/platform/api/write";
import { makeViewer, system, unique } from "./factories";

type Role = "ADMIN" | "OFFICER" | "MANAGER" | "ENTERPRISE";

/** A token of somebody of a role, made for the test. */
export async function tokenOf(role: Role, reach: Parameters<typeof makeViewer>[1] = {}, mayWrite = true) {
  const { userId } = await makeViewer(role, reach);
  const input = { name: unique("script"), role, mayWrite, userId: userId ?? undefined };
  return (await createToken(system, input)).token;
}

type Sent = {
  params?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
  raw?: string;
};

/** Sends a write as its address would get it; what it answers is held to what the document says of it. */
export async function send(id: string, token: string | null, { params = {}, body, headers = {}, raw }: Sent) {
  const write = writes.find((one) => one.id === id);
  if (!write) throw new Error(`No write ${id}`);
  const request = new Request(`http://localhost/api/v1${write.path}`, {
    method: write.method,
    headers: {
      "content-type": "application/json",
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: raw ?? JSON.stringify(body ?? {}),
  });
  const response = await serveWrite(write)(request, { params: Promise.resolve(params) });
  const answer = (response.status === 204 ? {} : await response.json()) as Record<string, unknown> & {
    id: string;
    version: number;
  };
  if (response.status === 204) expect(write.ends).toBe(true);
  else if (response.ok) expect(write.item.answer.parse(answer)).toEqual(answer);
  else expect(response.headers.get("content-type")).toContain("application/problem+json");
  return { status: response.status, body: answer, headers: response.headers, item: write.item };
}

export const ifMatch = (version: number) => ({ "if-match": `"${version}"` });
