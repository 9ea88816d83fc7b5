import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PackedFiles } from "../wasi/packed-files.ts";

/** The folder within which Ruby finds its standard library and our Ruby layer. */
export const RUBY_ROOT = "/.nostrings-ruby";

/** What Ruby starts from; the build writes these as files. */
export interface RubyAssets {
  /** The code of ruby.wasm. */
  code(): Uint8Array<ArrayBuffer>;
  /** Memory with the standard library and the Ruby layer loaded. */
  image(): Buffer;
  /** Files of the standard library and of the Ruby layer by path, as JSON. */
  library(): Buffer;
}

export const ASSET_FILES = {
  code: "ruby-code.wasm",
  image: "ruby-image",
  library: "ruby-library.json",
} as const;

/** Assets that lie as files in a folder. */
export function assetsIn(folder: string): RubyAssets {
  const read = (name: string) => readFileSync(join(folder, name));
  return {
    code: () => read(ASSET_FILES.code) as Uint8Array<ArrayBuffer>,
    image: () => read(ASSET_FILES.image),
    library: () => read(ASSET_FILES.library),
  };
}

export function packedFiles(assets: RubyAssets): PackedFiles {
  return new PackedFiles(
    RUBY_ROOT,
    () => new Map(Object.entries(JSON.parse(assets.library().toString("utf8")) as Record<string, string>)),
  );
}
