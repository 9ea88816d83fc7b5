import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../modules/environment.ts";
import { readRegularText } from "../../source/read-file.ts";
import { KnownType } from "./known-type.ts";
import { readResourceApiType } from "./resource-api-type.ts";
import { readRubyType } from "./ruby-type.ts";

/** The type that a module's lib/puppet/type/NAME.rb defines, read without running it; the first module wins. */
export function findRubyType(name: string, environment: Environment | undefined): KnownType | undefined {
  for (const directory of libraryDirectories(environment)) {
    const file = join(directory, "puppet", "type", `${name}.rb`);
    if (existsSync(file)) return typeOfRuby(name, readRegularText(file));
  }
  return undefined;
}

/** What Ruby source says of the type of a name; undefined when it defines no such type. */
export function typeOfRuby(name: string, source: string): KnownType | undefined {
  const code = withoutComments(source);
  const facts = readResourceApiType(name, code) ?? readRubyType(name, code);
  return facts && new KnownType(facts);
}

function* libraryDirectories(environment: Environment | undefined): Iterable<string> {
  if (!environment) return;
  for (const module of environment.modules()) yield join(module.path, "lib");
  if (environment.path !== undefined) yield join(environment.path, "lib");
}

/** Whole comment lines, here-documents and documentation blocks only get in the way of reading. */
function withoutComments(source: string): string {
  return source
    .replace(/^=begin[\s\S]*?^=end/gm, "")
    .replace(/^\s*#.*$/gm, "")
    .replace(/<<[-~](['"]?)(\w+)\1(.*)\n[\s\S]*?^\s*\2\s*$/gm, "''$3");
}
