import { RichValue } from "./rich-value.ts";

/** A sequence of bytes. As text it is Base64 on one line. */
export class Binary extends RichValue {
  readonly typeName = "Binary";
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    super();
    this.bytes = bytes;
  }

  /** From lenient Base64 (RFC 2045): characters outside the alphabet are skipped. */
  static fromBase64(text: string): Binary {
    const standard = text.replace(/[^A-Za-z0-9+/=]/g, "");
    const end = standard.indexOf("=");
    return new Binary(Buffer.from(end < 0 ? standard : standard.slice(0, end), "base64"));
  }

  /** From strict Base64 (RFC 4648, padded, no line breaks); undefined when the text is not. */
  static fromStrictBase64(text: string): Binary | undefined {
    const wellFormed = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text);
    return wellFormed ? new Binary(Buffer.from(text, "base64")) : undefined;
  }

  /** From URL-safe Base64, padded or not; undefined when the text is not. */
  static fromUrlSafeBase64(text: string): Binary | undefined {
    const standard = text.replace(/-/g, "+").replace(/_/g, "/");
    const missing = standard.includes("=") ? 0 : (4 - (standard.length % 4)) % 4;
    return Binary.fromStrictBase64(standard + "=".repeat(missing));
  }

  /** The UTF-8 bytes of a text. */
  static fromText(text: string): Binary {
    return new Binary(Buffer.from(text, "utf8"));
  }

  /** The bytes read as UTF-8; undefined when they are not UTF-8. */
  toText(): string | undefined {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(this.bytes);
    } catch {
      return undefined;
    }
  }

  /** Base64 with a line break after every 60 characters, as Ruby's `Base64.encode64`. */
  toWrappedBase64(): string {
    return this.toString().replace(/.{1,60}/g, "$&\n");
  }

  toUrlSafeBase64(): string {
    return this.toString().replace(/\+/g, "-").replace(/\//g, "_");
  }

  hashKey(): string {
    return `Binary:${this.toString()}`;
  }

  toString(): string {
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength).toString("base64");
  }
}
