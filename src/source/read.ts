import { isUtf8 } from "node:buffer";
import { Failure, fail } from "../diagnostics/failure.ts";
import { readRegularFile } from "./read-file.ts";
import { Source } from "./source.ts";

/** Read a manifest or template; fails with Puppet's words when it is missing, unreadable or not UTF-8. */
export function readSource(path: string): Source {
  return sourceOf(readBytes(path), path);
}

/** The text of bytes that came from a file, or from standard input when `file` is undefined. */
export function sourceOf(bytes: Buffer, file?: string): Source {
  refuseByteOrderMark(bytes, file);
  if (!isUtf8(bytes)) refuseInvalidUtf8(bytes, file);
  return new Source(bytes.toString("utf8"), file);
}

function readBytes(path: string): Buffer {
  try {
    return readRegularFile(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") {
      fail("NO_SUCH_FILE_OR_DIRECTORY", `No such file or directory: ${path}`);
    }
    if (code === "EISDIR") fail("NOT_A_FILE", `${path} is not a file`);
    if (code === "EACCES" || code === "EPERM") {
      fail("PERMISSION_DENIED", `Permission denied @ rb_sysopen - ${path}`);
    }
    return fail("UNREADABLE_FILE", message);
  }
}

/** The marks that Puppet knows (lib/puppet/pops/parser/lexer_support.rb), in the order it looks for them. */
const BYTE_ORDER_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ["UTF-32", [0x00, 0x00, 0xfe, 0xff]],
  ["UTF-32", [0xff, 0xfe, 0x00, 0x00]],
  ["GB-18030", [0x84, 0x31, 0x95, 0x33]],
  ["UTF-EBCDIC", [0xdd, 0x73, 0x66, 0x73]],
  ["SCSU", [0x0e, 0xfe, 0xff]],
  ["UTF-8", [0xef, 0xbb, 0xbf]],
  ["UTF-1", [0xf7, 0x64, 0x4c]],
  ["BOCU", [0xfb, 0xee, 0x28]],
  ["UTF-16", [0xfe, 0xff]],
  ["UTF-16", [0xff, 0xfe]],
];

const FIRST_BYTES: ReadonlySet<number | undefined> = new Set(BYTE_ORDER_MARKS.map(([, [first]]) => first));

function refuseByteOrderMark(bytes: Buffer, file: string | undefined): void {
  if (!FIRST_BYTES.has(bytes[0])) return;
  const found = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (found === undefined) return;
  const [format, mark] = found;
  const hex = mark.map((byte) => byte.toString(16).toUpperCase()).join(" ");
  const message = `Illegal ${format} Byte Order mark at beginning of input: [${hex}] - remove these from the puppet source`;
  throw new Failure({ code: "ILLEGAL_BOM", severity: "error", message, place: { file, line: 1, column: 1 } });
}

/** Ruby says what is wrong but not where; the place is that of the first bad byte. */
function refuseInvalidUtf8(bytes: Buffer, file: string | undefined): never {
  const message = "invalid byte sequence in UTF-8";
  const place = { file, ...firstInvalid(bytes) };
  throw new Failure({ code: "INVALID_UTF8", severity: "error", message, place });
}

function firstInvalid(bytes: Buffer): { readonly line: number; readonly column: number } {
  let start = 0;
  for (let line = 1; ; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const text = bytes.subarray(start, newline < 0 ? bytes.length : newline);
    if (!isUtf8(text)) return { line, column: [...text.toString("utf8")].indexOf("\ufffd") + 1 };
    start = newline + 1;
  }
}
