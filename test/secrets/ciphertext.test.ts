import { expect, test } from "vitest";
import { DEFAULT_LANGUAGE_SETTINGS } from "../../src/evaluate/settings.ts";
import { directoryEnvironment } from "../../src/modules/directory-environment.ts";
import { compile } from "../../src/nostrings.ts";
import { Hash } from "../../src/values/hash.ts";
import { outcome } from "./fixtures.ts";

function compiled(code: string, allow?: string): string {
  return outcome(() => {
    compile({
      environment: directoryEnvironment("production", "/nonexistent", { basemodulepath: [] }),
      code,
      certname: "test.example.com",
      facts: Hash.empty,
      hieraConfig: "/nonexistent/hiera.yaml",
      settings: {
        ...DEFAULT_LANGUAGE_SETTINGS,
        ciphertextAllowed: allow?.split(", ") ?? [],
      },
    });
    return "compiled";
  });
}

const TOKEN = "an encrypted value (ENC[...])";

test.each([
  ["notify { 'x': message => 'ENC[PKCS7,MIIB' }", "message of Notify[x]", TOKEN],
  ["notify { 'x': message => 'a ENC[GPG,AA==] b' }", "message of Notify[x]", TOKEN],
  ["file { '/x': content => Sensitive('ENC[GPG,AA==]') }", "content of File[/x]", TOKEN],
  ["exec { '/x': environment => ['A=ENC[GPG,AA==]'] }", "environment of Exec[/x]", TOKEN],
  ["class c($h) {} class { 'c': h => { 'a' => { 'b' => 'ENC[gpg,AA]' } } }", "h of Class[C]", TOKEN],
  [
    "file { '/x': content => \"-----BEGIN PGP MESSAGE-----\\n\" }",
    "content of File[/x]",
    "an encrypted OpenPGP message",
  ],
])("%s is refused", (code, where, what) => {
  expect(compiled(code)).toBe(`Failure: Parameter ${where} is ${what} that was not decrypted`);
});

test.each([
  ["notify { 'x': message => 'ENC[PKCS7,MIIB]' }", "Notify[x]"],
  ["notify { 'x': message => 'ENC[PKCS7,MIIB]' }", "File[/y], Notify[x]/message"],
  ["file { '/x': content => '-----BEGIN PGP PUBLIC KEY BLOCK-----' }", undefined],
  ["notify { 'x': message => 'TENC[x] and ENC (y)' }", undefined],
  ["notify { 'x': message => 'declare -A ENC\nENC[utf8]=1' }", undefined],
  ["notify { 'x': message => 'write ENC[PKCS7,...] or ENC[GPG,] or ENC[X,AAAA]' }", undefined],
])("%s with %s allowed is not", (code, allow) => expect(compiled(code, allow)).toBe("compiled"));
