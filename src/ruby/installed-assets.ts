import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ASSET_FILES, assetsIn, type RubyAssets } from "./engine/assets.ts";
import { RubyLayerError } from "./engine/errors.ts";

type ImageBuilder = typeof import("./build/build-image.ts");

/** Where what Ruby starts from is: parts of the executable, files of the package, or built now when run from the sources. */
export const installedAssets: RubyAssets = {
  code: () => located().code(),
  image: () => located().image(),
  library: () => located().library(),
};

let found: RubyAssets | undefined;

function located(): RubyAssets {
  found ??= ofExecutable() ?? ofPackage() ?? ofSources();
  if (found === undefined)
    throw new RubyLayerError("The part of the program that runs Ruby is missing from this installation");
  return found;
}

/** The executable has them compressed. */
function ofExecutable(): RubyAssets | undefined {
  const sea = process.getBuiltinModule("node:sea");
  if (!sea?.isSea()) return undefined;
  // Node.js 22.3, which may run the package, has no such function to import.
  const { zstdDecompressSync } = process.getBuiltinModule("node:zlib");
  const unpacked = (name: string) => zstdDecompressSync(Buffer.from(sea.getRawAsset(name) as ArrayBuffer));
  return {
    code: () => unpacked(ASSET_FILES.code) as Uint8Array<ArrayBuffer>,
    image: () => unpacked(ASSET_FILES.image),
    library: () => unpacked(ASSET_FILES.library),
  };
}

function ofPackage(): RubyAssets | undefined {
  const folders = [import.meta.dirname, dirname(realpathSync(process.argv[1] ?? "."))];
  const folder = folders.find((one) => one !== undefined && existsSync(join(one, ASSET_FILES.image)));
  return folder === undefined ? undefined : assetsIn(folder);
}

function ofSources(): RubyAssets | undefined {
  const sources = import.meta.dirname;
  if (sources === undefined) return undefined;
  const builder = join(sources, "build/build-image.ts");
  if (!existsSync(builder)) return undefined;
  const { builtAssets } = createRequire(builder)(builder) as ImageBuilder;
  return assetsIn(builtAssets(join(sources, "../../node_modules/.cache/nostrings")));
}
