import { resolve } from "node:path";
import { fail } from "../diagnostics/failure.ts";

/** Where a bundle is, and what its bytes must sum up to. */
export interface BundleLocation {
  readonly kind: "file" | "web";
  /** An absolute path or a URL. */
  readonly address: string;
  /** The address without what must not be seen: user, password, query. */
  readonly shown: string;
  /** The region of an S3 bucket, which is asked in the name of the machine if it has one there. */
  readonly region?: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string | undefined;
  /** The path of the bundle within an ordinary archive, as in `app.tar.gz//deploy/app.nsb`. */
  readonly inside: string | undefined;
}

const INSIDE = /^(.*\.(?:tar|tgz|tar\.gz|tar\.zst))\/\/(.+)$/;

/** Read `https://…`, `http://…`, `s3://BUCKET/KEY`, `file://…` or a path; a digest may follow as `#sha256=…`. */
export function bundleLocation(given: string, digest: string | undefined): BundleLocation {
  const [place = "", fragment] = given.split(/#(?=sha256[=:])/);
  const [, archive, inside] = INSIDE.exec(place) ?? [];
  const sha256 = checkedDigest(digest ?? fragment?.slice("sha256=".length));
  return { ...placeOf(archive ?? place, sha256), sha256, inside };
}

type Place = Pick<BundleLocation, "kind" | "address" | "shown" | "region">;

function placeOf(address: string, sha256: string | undefined): Place {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(address)) return inFile(resolve(address));
  const url = parsed(address);
  switch (url.protocol) {
    case "file:":
      return inFile(decodeURIComponent(url.pathname));
    case "s3:":
      return inBucket(url);
    case "https:":
      return onWeb(url);
    case "http:":
      return sha256 === undefined ? refuseUnproven(url) : onWeb(url);
    default:
      return fail(
        "BUNDLE_SCHEME",
        `A bundle cannot be fetched by '${url.protocol}'`,
        "Use https, file, s3, or http with a sha256.",
      );
  }
}

/** A URL without user, password and query: those of signed links are keys. */
export function withoutSecrets(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

/** Whether anybody who has a URL has a key: a password, or the signature of a link. */
export function carriesSecret(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { password, username, searchParams } = new URL(address);
  const names = /signature|token|^sig$|secret|password|key/i;
  return password !== "" || username !== "" || [...searchParams.keys()].some((name) => names.test(name));
}

function inFile(address: string): Place {
  return { kind: "file", address, shown: address };
}

function onWeb(url: URL): Place {
  return { kind: "web", address: url.href, shown: withoutSecrets(url) };
}

/** Names with dots are no part of a host's name, as certificates are not for those. */
function inBucket({ host, pathname, searchParams }: URL): Place {
  const region = searchParams.get("region") ?? undefined;
  const service = region === undefined ? "s3" : `s3.${region}`;
  const inPath = host.includes(".");
  const url = inPath
    ? `https://${service}.amazonaws.com/${host}${pathname}`
    : `https://${host}.${service}.amazonaws.com${pathname}`;
  return { ...onWeb(new URL(url)), ...(region !== undefined && { region }) };
}

function parsed(address: string): URL {
  if (!URL.canParse(address)) fail("BUNDLE_URL", `'${address}' is no URL`);
  return new URL(address);
}

function checkedDigest(digest: string | undefined): string | undefined {
  if (digest === undefined) return undefined;
  const hex = digest.toLowerCase().replace(/^sha256:/, "");
  if (!/^[0-9a-f]{64}$/.test(hex)) fail("BUNDLE_DIGEST", `'${digest}' is no SHA-256: 64 hexadecimal digits`);
  return hex;
}

function refuseUnproven(url: URL): never {
  return fail(
    "BUNDLE_UNPROVEN",
    `${withoutSecrets(url)} is not fetched: over http anybody on the way can change it, and no sha256 is given`,
    "Give --sha256, or use https.",
  );
}
