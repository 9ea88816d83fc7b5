/** Sections of a WebAssembly module (https://webassembly.github.io/spec/core/binary/modules.html). */
const SECTION = { custom: 0, memory: 5, data: 11, dataCount: 12 };
const HEADER_SIZE = 8;
export const PAGE_SIZE = 65_536;

interface Section {
  readonly id: number;
  /** The section with its header. */
  readonly whole: Buffer;
  readonly body: Buffer;
}

/**
 * A module for restoring images into: without what its memory begins with (the image has it), without names for debuggers,
 * and with a memory that may not grow past `mostPages`.
 */
export function codeOnly(module: Buffer, mostPages: number): Buffer {
  const sections = [...sectionsOf(module)].flatMap((section) => withoutData(section, mostPages));
  return Buffer.concat([module.subarray(0, HEADER_SIZE), ...sections]);
}

function withoutData({ id, whole, body }: Section, mostPages: number): Buffer[] {
  switch (id) {
    case SECTION.custom:
      return [];
    case SECTION.data:
    case SECTION.dataCount:
      return [section(id, Buffer.from([0]))];
    case SECTION.memory:
      return [section(id, limitedMemory(body, mostPages))];
    default:
      return [whole];
  }
}

/** The one memory, with a limit: count, flags, initial pages, most pages. */
function limitedMemory(body: Buffer, mostPages: number): Buffer {
  const [count, afterCount] = readNumber(body, 0);
  if (count !== 1) throw new Error(`a module with ${count} memories`);
  const [initial] = readNumber(body, afterCount + 1);
  return Buffer.concat([Buffer.from([1, 1]), writeNumber(initial), writeNumber(mostPages)]);
}

function* sectionsOf(module: Buffer): Iterable<Section> {
  let at = HEADER_SIZE;
  while (at < module.length) {
    const [size, start] = readNumber(module, at + 1);
    const whole = module.subarray(at, start + size);
    yield { id: module[at]!, whole, body: module.subarray(start, start + size) };
    at = start + size;
  }
}

function section(id: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([id]), writeNumber(body.length), body]);
}

/** An unsigned LEB128 number, and where the next byte is. */
function readNumber(bytes: Buffer, start: number): [value: number, next: number] {
  let value = 0;
  let at = start;
  for (let weight = 1; ; weight *= 128) {
    const byte = bytes[at++]!;
    value += (byte & 0x7f) * weight;
    if (byte < 0x80) return [value, at];
  }
}

function writeNumber(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return Buffer.from(bytes);
}
