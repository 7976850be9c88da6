import "server-only";
import { invalid } from "../errors/app-error";
import { ApiRefusal } from "./problem";

/** A record's version as its ETag. */
export function toETag(version: number): string {
  return `"${version}"`;
}

/** The ETag of an answer that is one record with a version, as headers. */
export function etagOf(answer: unknown): Record<string, string> {
  const version = (answer as { version?: unknown }).version;
  return typeof version === "number" ? { etag: toETag(version) } : {};
}

/** The version that a change is made to. A proxy that compresses marks an ETag as weak; it is the same record. */
export function readIfMatch(request: Request): number {
  const header = request.headers.get("if-match")?.trim();
  if (!header) throw new ApiRefusal("VERSION_NEEDED", "api.errors.versionNeeded");
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (!version) throw invalid({ "If-Match": "api.errors.versionNeeded" });
  return Number(version);
}
