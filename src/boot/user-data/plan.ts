import type { Setting } from "../config-file.ts";

/** What user-data and units are made of. */
export interface BootPlan {
  /** The options of `boot`, the bundle among them. */
  readonly settings: readonly Setting[];
  /** Public keys to be trusted, in armour: name of the file and its content. */
  readonly trusted: readonly { readonly name: string; readonly content: string }[];
  /** Where the program is to be got from; undefined: it is in the image. */
  readonly executable?: { readonly url: string; readonly sha256: string } | undefined;
  /** systemd credentials that the unit loads, as of LoadCredential=: `NAME` or `NAME:/path`. */
  readonly credentials: readonly string[];
  /** A file with variables for the unit. */
  readonly environmentFile?: string | undefined;
}

/** Where the program is on the machine. */
export const PROGRAM = "/usr/local/bin/nostrings";

/** The unit's name. */
export const UNIT = "nostrings-boot.service";
