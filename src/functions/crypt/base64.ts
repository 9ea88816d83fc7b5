const ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Bytes in the Base64 of crypt(3): each group of indexes gives digits, the lowest six bits first. */
export function cryptBase64(bytes: Uint8Array, groups: readonly (readonly number[])[]): string {
  return groups
    .map((group) => {
      let value = group.reduce((sum, index) => (sum << 8) | bytes[index]!, 0);
      let text = "";
      for (let digits = Math.ceil((group.length * 8) / 6); digits > 0; digits--) {
        text += ALPHABET[value & 63];
        value >>>= 6;
      }
      return text;
    })
    .join("");
}
