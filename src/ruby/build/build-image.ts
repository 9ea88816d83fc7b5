/**
 * Makes what Ruby starts from: the stripped code of ruby.wasm, a memory image with the standard library and the Ruby layer
 * loaded, and their files. Takes about three seconds; the result is kept by the digest of what it is made from.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ASSET_FILES, assetsIn, packedFiles, RUBY_ROOT, type RubyAssets } from "../engine/assets.ts";
import { takeImage } from "../engine/image.ts";
import { RubySession } from "../engine/session.ts";
import { codeOnly } from "../engine/wasm-sections.ts";
import { webAssembly } from "../wasi/web-assembly.ts";
import { hidePreopen } from "./hide-preopen.ts";
import { PRELOADED } from "./preloaded.ts";
import { standardLibrary } from "./standard-library.ts";

const PACKAGE = join(import.meta.dirname, "../../../node_modules/@ruby/3.2-wasm-wasi");
/** Memory that Ruby may use: 1 GiB. */
const MOST_PAGES = 16_384;
const LAYER = join(import.meta.dirname, "../lib");
/** Changing these changes the image. */
const INPUTS = [
  LAYER,
  import.meta.dirname,
  join(import.meta.dirname, "../engine"),
  join(import.meta.dirname, "../wasi"),
];

/** The folder with the assets, made now unless that was done already for the same inputs. */
export function builtAssets(cache: string): string {
  const folder = join(cache, `ruby-${inputDigest()}`);
  if (existsSync(folder)) return folder;
  const temporary = `${folder}.${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  try {
    writeAssets(temporary);
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true });
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function writeAssets(folder: string): void {
  const source = join(PACKAGE, "dist");
  const module = readFileSync(join(source, "ruby.wasm"));
  const library = new Map([...standardLibrary(join(source, "ruby+stdlib.wasm")), ...layerFiles()]);
  const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
  write(ASSET_FILES.library, JSON.stringify(Object.fromEntries(library)));
  write(ASSET_FILES.code, codeOnly(module, MOST_PAGES));
  write(ASSET_FILES.image, bootedImage(module, assetsIn(folder)));
}

/** The chapters of the Ruby layer by their paths within Ruby. */
function layerFiles(): [string, string][] {
  return rubyFiles(LAYER).map((file) => [
    `${RUBY_ROOT}/lib/${file}`,
    readFileSync(join(LAYER, file), "utf8"),
  ]);
}

function rubyFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".rb"))
    .sort();
}

function bootedImage(module: Buffer, assets: RubyAssets): Buffer {
  const print = (bytes: Buffer) => process.stderr.write(bytes);
  const host = {
    answer: (name: string) => {
      throw new Error(`the Ruby layer asks for '${name}' while it is loaded`);
    },
    describe: (thrown: unknown) => ({ class: "RuntimeError", message: String(thrown) }),
  };
  const wasi = { packed: packedFiles(assets), out: print, err: print };
  const { instance } = new RubySession(new (webAssembly().Module)(module), wasi, host);
  instance.boot();
  hidePreopen(instance.memory);
  instance.run(`$LOAD_PATH.replace(%w[lib stdlib gems].map { |folder| '${RUBY_ROOT}/' + folder })`);
  for (const name of PRELOADED) instance.run(`require '${name}'`);
  instance.run("require 'nostrings'");
  instance.run("3.times { GC.start }");
  instance.setEntry("Nostrings::Channel.method(:serve)");
  return takeImage(instance);
}

function inputDigest(): string {
  const digest = createHash("sha256");
  digest.update(readFileSync(join(PACKAGE, "package.json")));
  for (const folder of INPUTS) {
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
      if (/\.(rb|ts)$/.test(file)) digest.update(file).update(readFileSync(join(folder, file)));
    }
  }
  return digest.digest("hex").slice(0, 16);
}
