/** A key as messages and reports name it. */
export interface KeyInfo {
  /** The primary key's id, sixteen hexadecimal digits in upper case. */
  readonly id: string;
  readonly fingerprint: string;
  readonly users: readonly string[];
  /** Ids of every key of it that messages may be encrypted to, the primary one included. */
  readonly ids: readonly string[];
  readonly private: boolean;
  /** Whether its private half needs a passphrase. */
  readonly locked: boolean;
  readonly revoked: boolean;
  /** When it expires, in milliseconds since the epoch; undefined: never. */
  readonly expires?: number | undefined;
}

/** A keyring: bytes of keys, armoured or not, known by a name so that they are parsed once. */
export interface Ring {
  readonly name: string;
  readonly keys: readonly Uint8Array[];
}

/** What the thread is asked to do. */
export type Request =
  | { readonly do: "describe"; readonly ring: Ring }
  | {
      readonly do: "decrypt";
      readonly ring: Ring;
      readonly message: Uint8Array;
      readonly passphrase?: string | undefined;
    }
  | {
      readonly do: "encrypt";
      readonly ring: Ring;
      readonly text: string;
      readonly recipients: readonly string[];
    }
  | { readonly do: "generate"; readonly user: string; readonly passphrase?: string | undefined };

/** What it answers; `failure` says why it cannot, in words without secrets. */
export type Reply =
  | { readonly keys: readonly KeyInfo[] }
  | { readonly plain: Uint8Array; readonly used: readonly string[] }
  | { readonly message: Uint8Array }
  | { readonly privateKey: string; readonly publicKey: string; readonly id: string }
  | { readonly failure: string };
