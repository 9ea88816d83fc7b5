import { describe, expect, it } from "vitest";
import { bundleLocation, carriesSecret } from "../../src/boot/bundle-location.ts";

const HEX = "5".repeat(64);

describe("where a bundle is", () => {
  const places: readonly (readonly [
    given: string,
    digest: string | undefined,
    kind: string,
    address: string,
    shown: string,
  ])[] = [
    ["/srv/app.nsb", undefined, "file", "/srv/app.nsb", "/srv/app.nsb"],
    ["file:///srv/an%20app.nsb", undefined, "file", "/srv/an app.nsb", "/srv/an app.nsb"],
    ["https://h/app.nsb", undefined, "web", "https://h/app.nsb", "https://h/app.nsb"],
    ["http://h/app.nsb", HEX, "web", "http://h/app.nsb", "http://h/app.nsb"],
    [`http://h/app.nsb#sha256=${HEX}`, undefined, "web", "http://h/app.nsb", "http://h/app.nsb"],
    [
      "https://u:p@h/a?X-Amz-Signature=1",
      undefined,
      "web",
      "https://u:p@h/a?X-Amz-Signature=1",
      "https://h/a",
    ],
    [
      "s3://bucket/a/b.nsb",
      HEX,
      "web",
      "https://bucket.s3.amazonaws.com/a/b.nsb",
      "https://bucket.s3.amazonaws.com/a/b.nsb",
    ],
    [
      "s3://bucket/a?region=eu-west-1",
      HEX,
      "web",
      "https://bucket.s3.eu-west-1.amazonaws.com/a",
      "https://bucket.s3.eu-west-1.amazonaws.com/a",
    ],
    [
      "s3://my.bucket/a",
      HEX,
      "web",
      "https://s3.amazonaws.com/my.bucket/a",
      "https://s3.amazonaws.com/my.bucket/a",
    ],
  ];
  it.each(places)("%s", (given, digest, kind, address, shown) => {
    expect(bundleLocation(given, digest)).toMatchObject({ kind, address, shown });
  });

  it("may be within an ordinary archive", () => {
    expect(bundleLocation(`https://h/app.tar.gz//deploy/app.nsb#sha256=${HEX}`, undefined)).toMatchObject({
      address: "https://h/app.tar.gz",
      inside: "deploy/app.nsb",
      sha256: HEX,
    });
  });

  const refused: readonly (readonly [given: string, digest: string | undefined, says: RegExp])[] = [
    [
      "http://h/app.nsb",
      undefined,
      /^http:\/\/h\/app\.nsb is not fetched: over http anybody on the way can change it, and no sha256/,
    ],
    ["http://u:p@h/app.nsb?token=1", undefined, /^http:\/\/h\/app\.nsb is not fetched/],
    ["ftp://h/app.nsb", HEX, /^A bundle cannot be fetched by 'ftp:'/],
    ["https://h/app.nsb", "abc", /^'abc' is no SHA-256/],
    ["https://[/x", undefined, /is no URL$/],
  ];
  it.each(refused)("%s is refused", (given, digest, says) => {
    expect(() => bundleLocation(given, digest)).toThrow(says);
  });

  it.each([
    ["https://h/a", false],
    ["https://h/a?version=3", false],
    ["https://u:p@h/a", true],
    ["https://h/a?X-Amz-Signature=00", true],
    ["https://h/a?sv=2020&sig=00", true],
    ["/srv/a", false],
  ])("%s carries a secret: %s", (address, carries) => expect(carriesSecret(address)).toBe(carries));
});
