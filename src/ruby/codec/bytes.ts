/** Bytes that are no UTF-8, as the channel has them. */
export interface Bytes {
  readonly $: "bytes";
  readonly v: string;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function textOrBytes(bytes: Buffer): string | { readonly $: "bytes"; readonly v: string } {
  try {
    return utf8.decode(bytes);
  } catch {
    return { $: "bytes", v: bytes.toString("base64") };
  }
}

export function bytesOf(text: string | Bytes): Buffer {
  return typeof text === "string" ? Buffer.from(text) : Buffer.from(text.v, "base64");
}
