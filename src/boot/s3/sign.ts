import { createHash, createHmac } from "node:crypto";

/** What an object may be asked for with. */
export interface Credentials {
  readonly id: string;
  readonly secret: string;
  /** Comes with credentials that are valid for some hours. */
  readonly token?: string | undefined;
}

const NOTHING = sha256("");

/**
 * The headers that ask S3 for an object in somebody's name, those that are `given` among them
 * (AWS Signature Version 4, https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html).
 */
export function signedHeaders(
  url: URL,
  region: string,
  { id, secret, token }: Credentials,
  now = new Date(),
  given: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
  const own = { "x-amz-content-sha256": NOTHING, "x-amz-date": time };
  const headers = { ...given, ...own, ...(token !== undefined && { "x-amz-security-token": token }) };
  const signed = Object.entries({ host: url.host, ...headers }).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = signed.map(([name]) => name).join(";");
  const lines = signed.map(([name, value]) => `${name}:${value}\n`).join("");
  const request = ["GET", canonicalPath(url), canonicalQuery(url), lines, names, NOTHING].join("\n");
  const text = ["AWS4-HMAC-SHA256", time, scope, sha256(request)].join("\n");
  const key = scope.split("/").reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const signature = hmac(key, text).toString("hex");
  const authorization = `AWS4-HMAC-SHA256 Credential=${id}/${scope},SignedHeaders=${names},Signature=${signature}`;
  return { ...headers, authorization };
}

function canonicalPath({ pathname }: URL): string {
  return pathname
    .split("/")
    .map((part) => encoded(decodeURIComponent(part)))
    .join("/");
}

function canonicalQuery({ searchParams }: URL): string {
  return [...searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
