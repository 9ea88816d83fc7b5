import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hideVariablesAtEntry } from "../../scripts/entry.ts";

/** Prints its environment, first as a constructor sees it: those run before main. */
const PROGRAM = `
#include <stdio.h>
extern char **environ;
__attribute__((constructor)) static void early(int argc, char **argv, char **envp) {
  for (; *envp; envp++) printf("early %s\\n", *envp);
}
int main(int argc, char **argv) {
  printf("%d %s\\n", argc, argv[argc - 1]);
  for (char **one = environ; *one; one++) printf("%s\\n", *one);
  return 7 - argc;
}
`;

const VARIABLES = [
  ["NODE_OPTIONS", "\x0eODE_OPTIONS"],
  ["NODE_ANYTHING_NEW", "\x0eODE_ANYTHING_NEW"],
  ["NODE", "NODE"],
  ["XNODE_OPTIONS", "XNODE_OPTIONS"],
  ["UV_THREADPOOL_SIZE", "\x15V_THREADPOOL_SIZE"],
  ["ICU_TIMEZONE_FILES_DIR", "\tCU_TIMEZONE_FILES_DIR"],
  ["OPENSSL_CONF", "\x0fPENSSL_CONF"],
  ["OPENSSL", "OPENSSL"],
  ["SSL_CERT_DIR", "\x13SL_CERT_DIR"],
  ["SSL_CERT_DIRECTORY", "SSL_CERT_DIRECTORY"],
  ["SSL_CERT_FILE", "SSL_CERT_FILE"],
  ["SSLKEYLOGFILE", "\x13SLKEYLOGFILE"],
  ["QLOGDIR", "\x11LOGDIR"],
  ["N", "N"],
  ["PATH", "PATH"],
] as const;

const TOOLS = { arch: process.arch, as: "as", ld: "ld", objcopy: "objcopy" };

describe.each([
  ["at any address", ["-pie", "-fPIE"]],
  ["at its own address", ["-no-pie"]],
  ["without libraries", ["-static"]],
])("a program that is loaded %s", (_, options) => {
  const folder = mkdtempSync(join(tmpdir(), "entry-"));
  const program = join(folder, "program");
  beforeAll(() => {
    const source = join(folder, "program.c");
    writeFileSync(source, PROGRAM);
    execFileSync("gcc", [...options, "-o", program, source]);
    hideVariablesAtEntry(program, TOOLS, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("sees the variables of Node.js and OpenSSL under other names from its first instruction on", () => {
    const env = Object.fromEntries(VARIABLES.map(([name], index) => [name, String(index)]));
    const seen = VARIABLES.map(([, name], index) => `${name}=${index}`);
    const printed = output(["one", "two"], env);
    expect(printed.split("\n")).toEqual([...seen.map((line) => `early ${line}`), "3 two", ...seen, "4"]);
  });

  it("runs without any variable and argument", () => {
    expect(output([], {})).toBe(`1 ${program}\n6`);
  });

  function output(argv: readonly string[], env: Readonly<Record<string, string>>): string {
    try {
      return execFileSync(program, argv, { encoding: "utf8", env });
    } catch (error) {
      const { stdout, status } = error as { stdout: string; status: number };
      return `${stdout}${status}`;
    }
  }
});

it("a file without room for the code is refused and stays as it is", () => {
  const folder = mkdtempSync(join(tmpdir(), "entry-"));
  try {
    const program = join(folder, "program");
    // A header with one loaded, executable segment that ends with the file.
    const elf = Buffer.alloc(120);
    elf.writeBigUInt64LE(64n, 32);
    elf.writeUInt16LE(56, 54);
    elf.writeUInt16LE(1, 56);
    elf.writeUInt32LE(1, 64);
    elf.writeUInt32LE(5, 68);
    elf.writeBigUInt64LE(120n, 96);
    writeFileSync(program, elf);
    expect(() => hideVariablesAtEntry(program, TOOLS, folder)).toThrow(/has no room for \d+ bytes of code/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
