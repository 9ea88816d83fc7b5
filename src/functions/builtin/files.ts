import { dirname, isAbsolute } from "node:path";
import { fail } from "../../diagnostics/failure.ts";
import type { Call } from "../../evaluate/functions/call.ts";
import type { BuiltinFunction } from "../../evaluate/functions/function.ts";
import { defineFunction, param, repeatedParam } from "../../evaluate/functions/function.ts";
import { capture } from "../../machine/capture.ts";
import { findModuleFile } from "../../modules/module-files.ts";
import { readRegularFile, readRegularText } from "../../source/read-file.ts";
import { Binary } from "../../values/binary.ts";
import { rubyText } from "../../values/ruby/inspect.ts";
import { toText } from "../../values/to-text.ts";
import { defineLegacyFunction } from "../legacy-function.ts";

/** The content of the first of the files (absolute, or `module/file`) that there is. */
const file = defineLegacyFunction("file", -2, ({ compilation }, args) => {
  for (const reference of args) {
    const path = findModuleFile("files", toText(reference), compilation.environment);
    if (path !== undefined) return readRegularText(path);
  }
  fail("PARSE_ERROR", `Could not find any files from ${args.map(toText).join(", ")}`);
});

/** The content of a file (absolute, or `module/file`) as a Binary. */
const binary_file = defineFunction("binary_file", {
  params: [param("String", "path")],
  body({ compilation }, reference: string) {
    const path = findModuleFile("files", reference, compilation.environment);
    if (path === undefined)
      fail("PARSE_ERROR", `binary_file(): The given file '${reference}' does not exist`);
    return new Binary(readRegularFile(path));
  },
});

/** The path of the first of the file references (absolute, or `module/file`) that there is; undef for none. */
const find_file = defineFunction(
  "find_file",
  {
    params: [repeatedParam("String", "paths")],
    body: (call, ...paths: string[]) => find("files", call, paths),
  },
  {
    params: [repeatedParam("Array[String]", "paths_array")],
    body: (call, paths: readonly string[] = []) => find("files", call, paths),
  },
);

/** The path of the first of the template references (absolute, or `module/template`) that there is; undef for none. */
const find_template = defineFunction(
  "find_template",
  {
    params: [repeatedParam("String", "paths")],
    body: (call, ...paths: string[]) => find("templates", call, paths),
  },
  {
    params: [repeatedParam("Array[String]", "paths_array")],
    body: (call, paths: readonly string[] = []) => find("templates", call, paths),
  },
);

/** The first reference to a file below `folder` of a module, or to an absolute path, that there is. */
function find(folder: "files" | "templates", { compilation }: Call, paths: readonly string[]): string | null {
  for (const path of paths) {
    const found = findModuleFile(folder, path, compilation.environment);
    if (found !== undefined) return found;
  }
  return null;
}

/** The directory of the first of the named modules that there is. */
const module_directory = defineFunction(
  "module_directory",
  { params: [repeatedParam("String", "names")], body: (call, ...names: string[]) => directory(call, names) },
  {
    params: [repeatedParam("Array[String]", "names")],
    body: (call, names: readonly string[] = []) => directory(call, names),
  },
);

function directory({ compilation }: Call, names: readonly string[]): string | null {
  for (const name of names) {
    const module = compilation.environment.module(name);
    if (module) return module.path;
  }
  return null;
}

/** What a program prints when it is run, with the other arguments as its own, while compiling. */
const generate = defineLegacyFunction("generate", -2, (_call, args) => {
  const argv = args.map(rubyText);
  const program = argv[0]!;
  if (!isAbsolute(program)) fail("PARSE_ERROR", "Generators must be fully qualified");
  if (!/^[-/\w.+]+$/m.test(program)) {
    fail("PARSE_ERROR", "Generators can only contain alphanumerics, file separators, and dashes");
  }
  if (program.includes("..")) fail("PARSE_ERROR", "Can not use generators with '..' in them.");
  const { code, output, trouble } = capture(argv, dirname(program));
  if (trouble === undefined && code === 0) return output;
  const detail = `Execution of '${argv.join(" ")}' returned ${code}: ${trouble ?? output}`;
  fail("PARSE_ERROR", `Failed to execute generator ${program}: ${detail}`);
});

/** The functions of this chapter. */
export const fileFunctions: readonly BuiltinFunction[] = [
  file,
  binary_file,
  find_file,
  find_template,
  module_directory,
  generate,
];
