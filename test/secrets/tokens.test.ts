import { describe, expect, test } from "vitest";
import { abbreviated, isEncrypted, replaceTokens, tokensOf } from "../../src/secrets/tokens.ts";

// How a text reads when each token is replaced by its scheme and the text in its base64.
test.each([
  ["plain", "plain"],
  ["ENC[PKCS7,YQ==]", "<PKCS7 a>"],
  ["ENC[GPG,YQ==]", "<GPG a>"],
  ["ENC[YQ==]", "<PKCS7 a>"],
  ["ENC[gpg,YQ==]", "<GPG a>"],
  ["user:ENC[PKCS7,YQ==]@ENC[GPG,Yg==]!", "user:<PKCS7 a>@<GPG b>!"],
  ["ENC[PKCS7,\n  YW\n  Jj\n]", "<PKCS7 abc>"],
  ["ENC[PKCS7,YW Jj]", "<PKCS7 abc>"],
  ["ENC[PKCS7,YQ==", "ENC[PKCS7,YQ=="],
  ["ENC[PKCS7,(x)]", "ENC[PKCS7,(x)]"],
  ["ENC[]", "ENC[]"],
])("%s", (text, expected) => {
  expect(replaceTokens(text, ({ scheme, bytes }) => `<${scheme} ${bytes}>`)).toBe(expected);
  expect(isEncrypted(text)).toBe(text !== expected);
});

describe("huge values", () => {
  test("a token of ten megabytes is found at once", () => {
    const text = `ENC[PKCS7,${"A".repeat(10_000_000)}]`;
    const started = performance.now();
    expect(tokensOf(text)).toHaveLength(1);
    expect(tokensOf(text.slice(0, -1))).toHaveLength(0);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test("messages only show the beginning", () =>
    expect(abbreviated(`a\n ENC[GPG,${"A".repeat(1000)}]`)).toBe("a ENC[GPG,AAAAAAAAAAAAAAAA...]"));
});
