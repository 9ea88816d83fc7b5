const OPENPGP_BLOB = 2;
const HEADER = 16;

/** The keys in GnuPG's `pubring.kbx`: blobs, each with the packets of one public key (GnuPG, kbx/keybox-blob.c). */
export function keyboxKeys(bytes: Buffer): Buffer[] {
  const keys: Buffer[] = [];
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length < HEADER || at + length > bytes.length) break;
    const blob = bytes.subarray(at, at + length);
    if (blob[4] === OPENPGP_BLOB) {
      const start = blob.readUInt32BE(8);
      keys.push(blob.subarray(start, start + blob.readUInt32BE(12)));
    }
    at += length;
  }
  return keys;
}
