const BINARY = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
const METRIC = ["", "k", "M", "G", "T"];

/** A number of bytes as Facter words it: `23.54 GiB`, `512 bytes`. */
export function humanBytes(bytes: bigint): string {
  if (bytes < 1024n) return `${bytes} bytes`;
  let power = Math.floor(Math.log2(Number(bytes)) / 10);
  let amount = Math.round((100 * Number(bytes)) / 1024 ** power) / 100;
  if (amount === 1024) {
    power += 1;
    amount = 1;
  }
  const unit = BINARY[power - 1];
  return unit === undefined ? `${bytes} bytes` : `${amount.toFixed(2)} ${unit}`;
}

/** A number of bytes in mebibytes. */
export function mebibytes(bytes: bigint): number {
  return Number(bytes) / (1024 * 1024);
}

/** A frequency in hertz as Facter words it: `2.60 GHz`; undefined for nothing. */
export function humanHertz(hertz: bigint): string | undefined {
  if (hertz <= 0n) return undefined;
  const power = Math.floor(Math.log10(Number(hertz)) / 3);
  return `${(Number(hertz) / 1000 ** power).toFixed(2)} ${METRIC[power]}Hz`;
}

/** The used share of a whole as Facter words the capacity of mount points. */
export function capacity(used: bigint, total: bigint): string {
  if (used === total) return "100%";
  return used > 0n ? `${((Number(used) / Number(total)) * 100).toFixed(2)}%` : "0%";
}
