import { createHash, createHmac } from "node:crypto";

export type S3Keys = { region: string; accessKeyId: string; secretAccessKey: string };

type Signable = {
  method: string;
  url: URL;
  /** Signed along with host and the two of ours. */
  headers?: Record<string, string>;
  body?: Uint8Array;
  at: Date;
};

/** The headers of a request as Signature Version 4 wants them: what is sent, and a proof of who sends it. */
export function signS3(
  { method, url, headers = {}, body, at }: Signable,
  keys: S3Keys,
): Record<string, string> {
  const time = at.toISOString().replace(/[:-]|\.\d{3}/g, "");
  const day = time.slice(0, 8);
  const payload = sha256(body ?? "");
  const sent: Record<string, string> = {
    ...headers,
    host: url.host,
    "x-amz-content-sha256": payload,
    "x-amz-date": time,
  };
  const names = Object.keys(sent).sort();
  const canonical = [
    method,
    url.pathname.split("/").map(encode).join("/"),
    canonicalQuery(url.searchParams),
    ...names.map((name) => `${name}:${sent[name]?.trim()}`),
    "",
    names.join(";"),
    payload,
  ].join("\n");
  const scope = `${day}/${keys.region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", time, scope, sha256(canonical)].join("\n");
  const dayKey = hmac(`AWS4${keys.secretAccessKey}`, day);
  const key = hmac(hmac(hmac(dayKey, keys.region), "s3"), "aws4_request");
  const signature = hmac(key, toSign).toString("hex");
  const { host: _, ...rest } = sent;
  return {
    ...rest,
    authorization: `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope},SignedHeaders=${names.join(";")},Signature=${signature}`,
  };
}

/** A part of a path or query. The URL holds it escaped its own way; the signature asks for another. */
function encode(part: string): string {
  const plain = decodeURIComponent(part);
  return encodeURIComponent(plain).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .map(([name, value]) => `${encode(encodeURIComponent(name))}=${encode(encodeURIComponent(value))}`)
    .sort()
    .join("&");
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
