import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats, statSync } from "node:fs";
import { fail } from "../diagnostics/failure.ts";

const { O_NONBLOCK, O_RDONLY } = constants;

/** Larger files are no manifest, template or data; V8 holds no text of twice the size. */
const LARGEST = 256 * 2 ** 20;
/** Linux's number of /dev/null, which people name where there shall be no file. */
const NULL_DEVICE = 0x103;

/**
 * The bytes of a file; throws what the system says when it cannot be read. A pipe, socket or device is refused: reading
 * it may wait, or go on, for ever. What is looked at is what is read, as the file is open by then.
 */
export function readRegularFile(path: string): Buffer {
  if (isHandedOver(path)) return bounded(readFileSync(path), path);
  const descriptor = openSync(path, O_RDONLY | O_NONBLOCK);
  try {
    const stat = fstatSync(descriptor);
    refuseIrregular(stat, path);
    if (stat.size > LARGEST) refuseSize(path);
    return bounded(readFileSync(descriptor), path);
  } catch (error) {
    throw named(error, path);
  } finally {
    closeSync(descriptor);
  }
}

/** The text of a file, as `readRegularFile`. */
export function readRegularText(path: string): string {
  return readRegularFile(path).toString("utf8");
}

/** The status of a file that can be read; throws what the system says when there is none. */
export function regularFileStatus(path: string): Stats {
  const stat = statSync(path);
  refuseIrregular(stat, path);
  return stat;
}

/** A descriptor that whoever started the program has opened for it, such as the shell's `<(...)`. */
function isHandedOver(path: string): boolean {
  return /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/.test(path);
}

/** Fail for a pipe, socket or device; a directory is refused by who opens it. */
export function refuseIrregular(stat: Stats, path: string): void {
  if (stat.isFile() || stat.isDirectory() || (stat.isCharacterDevice() && stat.rdev === NULL_DEVICE)) return;
  fail(
    "NOT_A_REGULAR_FILE",
    `${path} is ${kindOf(stat)}, not a regular file`,
    "It is not read: that may never end.",
  );
}

function kindOf(stat: Stats): string {
  if (stat.isFIFO()) return "a named pipe";
  if (stat.isSocket()) return "a socket";
  return stat.isBlockDevice() ? "a block device" : "a character device";
}

function bounded(bytes: Buffer, path: string): Buffer {
  return bytes.length > LARGEST ? refuseSize(path) : bytes;
}

function refuseSize(path: string): never {
  return fail("FILE_TOO_LARGE", `${path} has more than ${LARGEST / 2 ** 20} MiB`);
}

/** What the system says of a descriptor names no path. */
function named(error: unknown, path: string): unknown {
  if (error instanceof Error && "syscall" in error) Object.assign(error, { path });
  return error;
}
