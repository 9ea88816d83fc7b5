/** What a value of a configuration must be, in the shapes hiera.yaml needs. */
export type Schema =
  | { readonly kind: "text" }
  | { readonly kind: "version"; readonly version: number }
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  | { readonly kind: "texts"; readonly min: number; readonly max?: number }
  | { readonly kind: "text_or_texts" }
  | { readonly kind: "options"; readonly data: boolean }
  | { readonly kind: "scalars" }
  | { readonly kind: "list"; readonly of: Schema }
  | { readonly kind: "struct"; readonly required: Fields; readonly optional: Fields };
export type Fields = Readonly<Record<string, Schema>>;

const text: Schema = { kind: "text" };
const options: Schema = { kind: "options", data: true };
const someTexts: Schema = { kind: "texts", min: 1 };

const entry: Schema = {
  kind: "struct",
  required: { name: text },
  optional: {
    options,
    data_hash: text,
    lookup_key: text,
    hiera3_backend: text,
    v4_data_hash: text,
    data_dig: text,
    path: text,
    paths: someTexts,
    glob: text,
    globs: someTexts,
    uri: text,
    uris: someTexts,
    mapped_paths: { kind: "texts", min: 3, max: 3 },
    datadir: text,
  },
};
const hierarchy: Schema = { kind: "list", of: entry };

/** hiera.yaml version 5. */
export const VERSION_5: Schema = {
  kind: "struct",
  required: { version: { kind: "version", version: 5 } },
  optional: {
    defaults: {
      kind: "struct",
      required: {},
      optional: { data_hash: text, lookup_key: text, data_dig: text, datadir: text, options },
    },
    hierarchy,
    plan_hierarchy: hierarchy,
    default_hierarchy: hierarchy,
  },
};

/** hiera.yaml version 4 of environments and modules. */
export const VERSION_4: Schema = {
  kind: "struct",
  required: { version: { kind: "version", version: 4 } },
  optional: {
    datadir: text,
    hierarchy: {
      kind: "list",
      of: {
        kind: "struct",
        required: { backend: text, name: text },
        optional: { datadir: text, path: text, paths: { kind: "texts", min: 0 } },
      },
    },
  },
};

/** hiera.yaml version 3; each backend may have a hash of its own. */
export function version3(backends: readonly string[]): Schema {
  return {
    kind: "struct",
    required: {},
    optional: {
      version: { kind: "version", version: 3 },
      backends: { kind: "text_or_texts" },
      logger: text,
      merge_behavior: { kind: "choice", choices: ["deep", "deeper", "native"] },
      deep_merge_options: { kind: "scalars" },
      hierarchy: { kind: "text_or_texts" },
      ...Object.fromEntries(
        backends.map((backend) => [backend, { kind: "options", data: false } satisfies Schema]),
      ),
    },
  };
}
