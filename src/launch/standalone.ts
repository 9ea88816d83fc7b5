import { carriesBundle } from "../bundle/appended.ts";
import { HTTP_SPEAKER, SPEAK_HTTP } from "../facts/http-speaker.ts";
import { ignoreUnusedSignals } from "../machine/unused-signals.ts";
import type { Program } from "./bundled-program.ts";

const vm = process.getBuiltinModule("node:vm");

type Body = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  file: string,
) => void;

const libraries = new Map<string, object>();

/** Within the executable, libraries that few runs need are parts of it, loaded once; everything else is Node's. */
export function requireWithin(name: string): unknown {
  if (!name.startsWith("./")) return require(name);
  const library = libraries.get(name) ?? loadPart(name.slice(2));
  libraries.set(name, library);
  return library;
}

/** Run a part of the executable as Node runs a CommonJS module. */
function loadPart(name: string): object {
  const { getRawAsset } = process.getBuiltinModule("node:sea");
  // The parts are plain ASCII, and V8 takes Latin-1 as it is.
  const text = Buffer.from(getRawAsset(name) as ArrayBuffer).toString("latin1");
  const source = `(function (require, module, exports, __filename) {${text}\n})`;
  const script = new vm.Script(source, { filename: name });
  const module = { exports: {} };
  (script.runInThisContext() as Body)(require, module, module.exports, process.execPath);
  return module.exports;
}

/** Run the program in the executable, by the command line of its process. */
export function launchStandalone({ main }: Program): void {
  ignoreUnusedSignals();
  if (process.argv[2] === SPEAK_HTTP) {
    new Function("require", HTTP_SPEAKER)(require);
    return;
  }
  process.argv = [process.execPath, process.argv0, ...commandLine(process.argv.slice(2))];
  main();
}

/** An executable that carries a bundle applies it, unless it is told to do something else. */
function commandLine(argv: readonly string[]): string[] {
  const [first] = argv;
  const isOwn =
    first === undefined || (first.startsWith("-") && !["-h", "--help", "-V", "--version"].includes(first));
  return isOwn && carriesBundle(process.execPath) ? ["apply", process.execPath, ...argv] : [...argv];
}
