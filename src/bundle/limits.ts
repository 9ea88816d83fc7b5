/** What an archive may hold at most; more is taken for a decompression bomb. */
export interface Limits {
  readonly entries: number;
  /** Bytes of all contents together, decompressed. */
  readonly bytes: number;
  /** How many times larger than the archive its contents may be, once they pass `freeBytes`. */
  readonly ratio: number;
  /** Contents up to this size may be compressed as well as they can. */
  readonly freeBytes: number;
  /** Bytes of the inventory, and of a header's extension. */
  readonly inventoryBytes: number;
}

/** Generous for a site with an application beside it. */
export const LIMITS: Limits = {
  entries: 200_000,
  bytes: 4 * 2 ** 30,
  ratio: 100,
  freeBytes: 16 * 2 ** 20,
  inventoryBytes: 32 * 2 ** 20,
};
