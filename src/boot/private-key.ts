import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { fail } from "../diagnostics/failure.ts";
import type { Machine } from "../machine/machine.ts";

/** A private key in memory, and how messages name where it came from. */
export interface PrivateKey {
  readonly text: string;
  readonly origin: string;
}

/** What surrounds the search for a key. */
export interface KeySurroundings {
  readonly machine: Pick<Machine, "run">;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the search is to end. */
  readonly end?: AbortSignal | undefined;
}

/** Seconds that a secret store's client may take. */
const PATIENCE = 60;

/**
 * Get the private key from where `--private-key` says: a file, `credential:NAME` of systemd, `env:NAME`,
 * `env-file:PATH#NAME`, or `command:COMMAND LINE` of `sh`. It stays in memory.
 */
export async function privateKey(where: string, around: KeySurroundings): Promise<PrivateKey> {
  if (where.includes("PRIVATE KEY")) refuseKeyItself();
  const [, scheme, rest = ""] = /^(credential|env|env-file|command):(.*)$/s.exec(where) ?? [];
  switch (scheme) {
    case "credential":
      return inCredential(rest, around);
    case "env":
      return checked(around.env[rest] ?? "", `the environment variable ${rest}`);
    case "env-file":
      return inEnvironmentFile(rest);
    case "command":
      return byCommand(rest, around);
    default:
      return inFile(where);
  }
}

function refuseKeyItself(): never {
  return fail(
    "KEY_ON_COMMAND_LINE",
    "--private-key says where the key is, it is not the key itself: command lines and user-data can be read by everybody on the machine",
    "Name a file, credential:NAME, env-file:PATH#NAME or command:COMMAND.",
  );
}

function inFile(path: string): PrivateKey {
  if (!isAbsolute(path)) fail("KEY_PATH", `The private key's path must be absolute, not '${path}'`);
  return checked(content(path), path);
}

function inCredential(name: string, { env }: KeySurroundings): PrivateKey {
  const directory = env.CREDENTIALS_DIRECTORY;
  if (directory === undefined) {
    fail(
      "KEY_MISSING",
      `There is no systemd credential ${name}: $CREDENTIALS_DIRECTORY is not set`,
      `Start it as a service with LoadCredentialEncrypted=${name} or LoadCredential=${name}:/path.`,
    );
  }
  return checked(content(join(directory, name)), `credential ${name}`);
}

/** A file as systemd's EnvironmentFile: `NAME=value`, perhaps in quotes; long values in base64. */
function inEnvironmentFile(named: string): PrivateKey {
  const [path = "", name = "NOSTRINGS_PRIVATE_KEY"] = named.split("#");
  const rows = content(path).matchAll(/^\s*(\w+)=(?:"([^"]*)"|'([^']*)'|(.*))$/gm);
  const row = [...rows].findLast(([, variable]) => variable === name);
  return checked(row?.[2] ?? row?.[3] ?? row?.[4] ?? "", `${name} in ${path}`);
}

async function byCommand(line: string, { machine, end }: KeySurroundings): Promise<PrivateKey> {
  const ran = await machine.run({
    argv: ["/bin/sh", "-c", line],
    apart: true,
    timeout: PATIENCE,
    signal: end,
  });
  if (ran.timedOut)
    fail("KEY_MISSING", `The command for the private key took more than ${PATIENCE} seconds: ${line}`);
  if (ran.code !== 0) {
    const said = ran.errors.trim() || ran.trouble;
    fail(
      "KEY_MISSING",
      `The command for the private key ended with ${ran.code}: ${line}${said ? `: ${said}` : ""}`,
    );
  }
  return checked(ran.output, `the output of '${line}'`);
}

function content(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "it does not exist" : (error as Error).message;
    return fail("KEY_MISSING", `The private key cannot be read from ${path}: ${reason}`);
  }
}

function checked(text: string, origin: string): PrivateKey {
  if (text.trim() === "") fail("KEY_MISSING", `There is no private key in ${origin}`);
  return { text, origin };
}
