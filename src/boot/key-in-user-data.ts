import { gunzipSync } from "node:zlib";
import { fail } from "../diagnostics/failure.ts";
import type { PrivateKey } from "./private-key.ts";

/** Letters of a key that surely occur nowhere else. */
const TELLING = 48;

/** Refuse a key that came with the user-data, however it was wrapped there. */
export function refuseKeyFromUserData({ text, origin }: PrivateKey, userData: Buffer | undefined): void {
  if (userData === undefined || !carries(userData, text)) return;
  fail(
    "KEY_IN_USER_DATA",
    `The private key from ${origin} was in this machine's user-data, and is refused: every process on the machine and everybody who may describe it in the cloud can read user-data`,
    "Bake it in the image, or use a systemd credential or a secret store; --allow-key-from-user-data takes it all the same.",
  );
}

/** Whether user-data has the middle of a key in it: plainly, in base64, or compressed. */
export function carries(userData: Buffer, key: string): boolean {
  const middle = telling(key);
  return middle.length >= TELLING && unwrapped(userData, 3).some((text) => squeezed(text).includes(middle));
}

/** The middle of the key's letters, without line ends and armour: wrapping changes those. */
function telling(key: string): string {
  const body = squeezed(key.replace(/-----[^-]+-----/g, ""));
  const middle = Math.floor(body.length / 2);
  return body.slice(Math.max(0, middle - TELLING / 2), middle + TELLING / 2);
}

/** All texts within, down to some depth. */
function unwrapped(bytes: Buffer, depth: number): string[] {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unwrapped(gunzipped(bytes), depth);
  const text = bytes.toString("latin1");
  if (depth === 0) return [text];
  const wrapped = text.match(/[A-Za-z0-9+/]{60,}(?:\s+[A-Za-z0-9+/]+)*={0,2}/g) ?? [];
  return [text, ...wrapped.flatMap((part) => unwrapped(Buffer.from(part, "base64"), depth - 1))];
}

function gunzipped(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: 1 << 24 });
  } catch {
    return Buffer.alloc(0);
  }
}

function squeezed(text: string): string {
  return text.replace(/\\n|\s/g, "");
}
