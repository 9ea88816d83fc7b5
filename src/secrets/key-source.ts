import { statSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { Failure } from "../diagnostics/failure.ts";
import { readRegularFile } from "../source/read-file.ts";
import { SecretFailure } from "./secret-failure.ts";

/** Where keys are looked for, and who is told what is odd about them. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Directories that relative paths are tried in, in order: that of hiera.yaml, then the current one. */
  readonly roots: readonly string[];
  warn(message: string): void;
  /** Told of keys and passphrases that commands could print: those in the environment. */
  secret(text: string): void;
}

/** A key or passphrase, and how messages name where it came from. */
export interface KeyText {
  readonly origin: string;
  readonly bytes: Buffer;
}

const READABLE_BY_OTHERS = 0o004;
/** A key that is public on purpose, such as that of a demonstration, says so in a line before it. */
const PUBLIC_ON_PURPOSE = /^#.*\bnot a secret\b/im;

/** Read what an option names: a file, `env:NAME`, or `credential:NAME` of systemd (systemd.exec(5), LoadCredential). */
export function readKeySource(named: string, option: string, surroundings: Surroundings): KeyText {
  if (named.startsWith("env:")) return readVariable(named.slice(4), option, surroundings);
  if (named.startsWith("credential:")) return readCredential(named.slice(11), option, surroundings);
  return readKeyFile(named, option, surroundings);
}

/** Read a key from an environment variable: as it is, or in base64. */
export function readVariable(name: string, option: string, { env, secret }: Surroundings): KeyText {
  const value = env[name];
  if (value === undefined || value === "")
    throw new SecretFailure(`The environment variable ${name} that ${option} names is not set`);
  if (!option.includes("public")) secret(value);
  return { origin: `$${name}`, bytes: unwrapped(Buffer.from(value)) };
}

/** Where a relative path leads: to the first root that has it, else the first. */
export function resolvePath(path: string, { roots, env }: Surroundings): string {
  const full = path.startsWith("~/") ? join(env.HOME ?? "/", path.slice(2)) : path;
  if (isAbsolute(full)) return full;
  const candidates = roots.map((root) => resolve(root, full));
  return (
    candidates.find((candidate) => statSync(candidate, { throwIfNoEntry: false })) ??
    candidates[0] ??
    resolve(full)
  );
}

/** Warn when a file with a private key can be read by everybody. */
export function checkMode(path: string, bytes: Buffer, { warn }: Surroundings): void {
  const mode = statSync(path).mode & 0o777;
  if ((mode & READABLE_BY_OTHERS) === 0 || PUBLIC_ON_PURPOSE.test(bytes.subarray(0, 2000).toString("latin1")))
    return;
  warn(`The private key ${path} can be read by everybody (mode ${octal(mode)}): chmod go= ${path}`);
}

export function octal(mode: number): string {
  return mode.toString(8).padStart(4, "0");
}

function readCredential(name: string, option: string, { env }: Surroundings): KeyText {
  const directory = env.CREDENTIALS_DIRECTORY;
  if (directory === undefined)
    throw new SecretFailure(
      `${option} wants the systemd credential ${name}, but there is no $CREDENTIALS_DIRECTORY`,
      `Start it as a service with LoadCredential=${name}:/path or LoadCredentialEncrypted=`,
    );
  return { origin: `credential ${name}`, bytes: unwrapped(read(join(directory, name), option)) };
}

function readKeyFile(path: string, option: string, surroundings: Surroundings): KeyText {
  const found = resolvePath(path, surroundings);
  const bytes = read(found, option);
  return { origin: found, bytes };
}

function read(path: string, option: string): Buffer {
  try {
    return readRegularFile(path);
  } catch (error) {
    if (error instanceof Failure) throw new SecretFailure(`${option}: ${error.message}`);
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === "ENOENT"
        ? "does not exist"
        : code === "EACCES"
          ? "cannot be read (permission denied)"
          : `cannot be read (${code})`;
    throw new SecretFailure(`The file ${path} that ${option} names ${reason}`);
  }
}

/** Variables and credentials often carry keys in base64, as line ends do not survive everywhere. */
function unwrapped(bytes: Buffer): Buffer {
  const text = bytes.toString("latin1").trim();
  const base64 = !text.includes("-----BEGIN") && /^[A-Za-z0-9+/\s]+={0,2}$/.test(text) && text.length > 64;
  return base64 ? Buffer.from(text, "base64") : bytes;
}
