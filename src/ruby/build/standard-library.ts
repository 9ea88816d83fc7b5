import { readFileSync } from "node:fs";
import { RUBY_ROOT } from "../engine/assets.ts";
import { RubyInstance } from "../engine/instance.ts";
import { PackedFiles } from "../wasi/packed-files.ts";
import { webAssembly } from "../wasi/web-assembly.ts";

const INSTALLED = "/usr/local/lib/ruby/";
/** Gems that Ruby brings and modules use. */
const GEMS = new Set(["rexml", "matrix", "prime", "csv", "base64", "bigdecimal", "strscan"]);
/** What of RubyGems compares versions. */
const VERSIONS = new Set(["version", "requirement", "deprecate"].map((name) => `rubygems/${name}.rb`));
/** What only development needs, and what cannot work without sockets, terminals or a compiler. */
const LEFT_OUT = new Set(
  [
    [
      "rubygems",
      "bundler",
      "rdoc",
      "irb",
      "reline",
      "drb",
      "ruby_vm",
      "debug",
      "mkmf",
      "typeprof",
      "rbs",
      "racc",
    ],
    ["minitest", "test-unit", "power_assert", "un", "error_highlight", "did_you_mean", "syntax_suggest"],
    ["readline", "ripper", "rinda", "bundled_gems"],
  ].flat(),
);

/** Sends every file of Ruby's own library, in UTF-8. */
const DUMP = `
require 'js.so'
require 'json'
Dir.glob('${INSTALLED}**/*.rb').each do |file|
  text = File.binread(file).force_encoding('UTF-8')
  JS.eval(JSON.generate([file, text])) if text.valid_encoding?
end
`;

/** The files of Ruby's standard library by their paths in our own folder, out of the `ruby+stdlib.wasm` of the npm package. */
export function standardLibrary(file: string): Map<string, string> {
  const files = new Map<string, string>();
  const ruby = new RubyInstance(new (webAssembly().Module)(readFileSync(file)), {
    packed: new PackedFiles(RUBY_ROOT, () => new Map()),
    out: () => {},
    err: () => {},
    answer: (text) => {
      const [path, content] = JSON.parse(text) as [string, string];
      const target = targetOf(path.slice(INSTALLED.length));
      if (target !== undefined) files.set(`${RUBY_ROOT}/${target}`, content);
      return "";
    },
  });
  ruby.boot();
  ruby.run(DUMP);
  return files;
}

/** Where a file goes: `3.2.0/set.rb` to `stdlib/set.rb`, `gems/3.2.0/gems/rexml-3.2.5/lib/...` to `gems/...`. */
function targetOf(path: string): string | undefined {
  const gem = /^gems\/[\d.]+\/gems\/([\w-]+?)-[\d.]+\/lib\/(.+)$/.exec(path);
  if (gem !== null) return GEMS.has(gem[1]!) ? `gems/${gem[2]}` : undefined;
  const own = /^\d[\d.]*\/((\w[\w-]*)(?:\.rb|\/).*|[\w-]+\.rb)$/.exec(path);
  if (own === null) return undefined;
  if (VERSIONS.has(own[1]!)) return `stdlib/${own[1]}`;
  const first = own[1]!.split("/")[0]!.replace(/\.rb$/, "");
  return LEFT_OUT.has(first) ? undefined : `stdlib/${own[1]}`;
}
