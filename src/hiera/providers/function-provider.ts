import type { Hash } from "../../values/hash.ts";
import type { HieraConfig } from "../config/hiera-config.ts";
import type { ConfiguredLayer } from "../layers/layer.ts";
import type { Location } from "../locations.ts";
import { DataDigProvider } from "./data-dig-provider.ts";
import { DataHashProvider, V4DataHashProvider } from "./data-hash-provider.ts";
import { EncryptedFileProvider } from "./encrypted-file-provider.ts";
import { Hiera3BackendProvider } from "./hiera3-backend-provider.ts";
import { LookupKeyProvider } from "./lookup-key-provider.ts";
import type { DataProvider } from "./provider.ts";

/** A hierarchy entry: a data function, its options, and the places it is called for (undefined: once, without). */
export interface HierarchyEntry {
  readonly kind: string;
  readonly name: string;
  readonly functionName: string;
  readonly layer: ConfiguredLayer;
  readonly options: Hash;
  readonly locations: readonly Location[] | undefined;
  readonly config: HieraConfig;
  /** Where override levels of the hiera_xxx functions are looked for (Hiera 3). */
  readonly datadir?: string | undefined;
}

type Make = (entry: HierarchyEntry) => DataProvider;

const MAKERS: Readonly<Record<string, Make>> = {
  data_hash: dataHash,
  v3_data_hash: dataHash,
  v4_data_hash: (entry) => new V4DataHashProvider(entry),
  lookup_key: (entry) => new LookupKeyProvider(entry),
  v3_lookup_key: (entry) => new LookupKeyProvider(entry),
  data_dig: (entry) => new DataDigProvider(entry),
  hiera3_backend: (entry) => new Hiera3BackendProvider(entry),
};

function dataHash(entry: HierarchyEntry): DataProvider {
  return entry.functionName === "gpg_data" ? new EncryptedFileProvider(entry) : new DataHashProvider(entry);
}

/** The provider of a hierarchy entry. */
export function functionProvider(entry: HierarchyEntry): DataProvider {
  return (MAKERS[entry.kind] as Make)(entry);
}
