/** A byte of a name that is no UTF-8 is written as one of these surrogates, each 0xDC00 above it (as Python, PEP 383). */
const ESCAPED = /[\uDC80-\uDCFF]/;
const NOT_TEXT = "\uFFFD";
const [FIRST, LAST] = [0xdc80, 0xdcff];

/** A path as the system wants it: bytes, where a name in it is no UTF-8. */
export function nativePath(path: string): string | Buffer {
  if (path.isWellFormed() || !ESCAPED.test(path)) return path;
  return Buffer.concat([...path].map(bytesOf));
}

/** The name that bytes are, as a string from which `nativePath` makes the same bytes again. */
export function nameOfBytes(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  if (!text.includes(NOT_TEXT) || Buffer.from(text).equals(bytes)) return text;
  return escaped(bytes);
}

/** Whether a name may be one that is no UTF-8, as Node.js reads it. */
export function mayBeEscaped(name: string): boolean {
  return name.includes(NOT_TEXT);
}

/** Every byte that is not part of a character stands for itself. */
function escaped(bytes: Buffer): string {
  let name = "";
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes.subarray(at));
    name += length === 0 ? String.fromCharCode(0xdc00 + bytes[at]!) : bytes.toString("utf8", at, at + length);
    at += Math.max(length, 1);
  }
  return name;
}

/** The bytes of the character that some bytes begin with; 0 when it is none. */
function characterLength(bytes: Buffer): number {
  for (let length = 1; length <= Math.min(4, bytes.length); length++) {
    const piece = bytes.subarray(0, length);
    const text = piece.toString("utf8");
    if ([...text].length === 1 && Buffer.from(text).equals(piece)) return length;
  }
  return 0;
}

function bytesOf(character: string): Buffer {
  const code = character.charCodeAt(0);
  const isByte = character.length === 1 && code >= FIRST && code <= LAST;
  return isByte ? Buffer.from([code - 0xdc00]) : Buffer.from(character);
}
