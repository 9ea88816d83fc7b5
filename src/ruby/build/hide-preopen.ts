import type { WasmMemory } from "../wasi/web-assembly.ts";

/** A pointer to the name of a preopened folder is followed by its descriptor. */
const LOWEST_DESCRIPTOR = 3;
const HIGHEST_DESCRIPTOR = 15;

/**
 * ruby.wasm is packed with a folder `/usr` of its own, which would hide the machine's. Its name is changed in the memory of a
 * booted instance, so that no path begins with it; an image keeps that.
 */
export function hidePreopen(memory: WasmMemory): void {
  const bytes = Buffer.from(memory.buffer);
  let found = 0;
  for (let at = bytes.indexOf("\0usr\0"); at >= 0; at = bytes.indexOf("\0usr\0", at + 1)) {
    if (!isPreopenName(bytes, at + 1)) continue;
    bytes[at + 1] = 1;
    found++;
  }
  if (found === 0) throw new Error("the folder /usr that ruby.wasm is packed with was not found");
}

function isPreopenName(bytes: Buffer, name: number): boolean {
  const pointer = Buffer.alloc(4);
  pointer.writeUInt32LE(name);
  for (let at = bytes.indexOf(pointer); at >= 0; at = bytes.indexOf(pointer, at + 1)) {
    if (at % 4 !== 0) continue;
    const descriptor = bytes.readUInt32LE(at + 4);
    if (descriptor >= LOWEST_DESCRIPTOR && descriptor <= HIGHEST_DESCRIPTOR) return true;
  }
  return false;
}
