/** The standalone executable: starts the program that the build has put into it, from the code compiled ahead. */
import { carriesBundle } from "./bundle/appended.ts";
import { COMPILED_CODE, PROGRAM } from "./bundled-program.ts";
import { loadedWhenUsed } from "./loaded-when-used.ts";

const { getRawAsset } = process.getBuiltinModule("node:sea");
const { Script } = process.getBuiltinModule("node:vm");

type Body = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  file: string,
) => void;

/** Run a part of the executable as Node runs a CommonJS module. */
function run(name: string, require: (name: string) => unknown, compiled?: Buffer): object {
  // The parts are plain ASCII, and V8 takes Latin-1 as it is.
  const text = Buffer.from(getRawAsset(name) as ArrayBuffer).toString("latin1");
  const parameters = compiled ? "require, module, exports" : "require, module, exports, __filename";
  const source = `(function (${parameters}) {${text}\n})`;
  const script = new Script(source, { filename: name, ...(compiled && { cachedData: compiled }) });
  const module = { exports: {} };
  (script.runInThisContext() as Body)(require, module, module.exports, process.execPath);
  return module.exports;
}

const loaded = new Map<string, object>();

/** Libraries that few runs need are parts of their own, loaded once; everything else is Node's. */
function required(name: string): unknown {
  if (!name.startsWith("./")) return require(name);
  const library = loaded.get(name) ?? run(name.slice(2), require);
  loaded.set(name, library);
  return library;
}

/** An executable that carries a bundle applies it, unless it is told to do something else. */
function commandLine(argv: readonly string[]): string[] {
  const [first] = argv;
  const isOwn =
    first === undefined || (first.startsWith("-") && !["-h", "--help", "-V", "--version"].includes(first));
  return isOwn && carriesBundle(process.execPath) ? ["apply", process.execPath, ...argv] : [...argv];
}

process.argv = [process.execPath, process.argv0, ...commandLine(process.argv.slice(2))];
run(PROGRAM, loadedWhenUsed(required), Buffer.from(getRawAsset(COMPILED_CODE) as ArrayBuffer));
