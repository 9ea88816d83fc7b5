/**
 * Bundles the program into dist/program.cjs, with what starts it in dist/main.js, and the public API into
 * dist/nostrings.js. Libraries that few runs need are bundles of their own, loaded when first used.
 */
import { chmodSync, cpSync, rmSync } from "node:fs";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { PROGRAM } from "../src/launch/bundled-program.ts";
import { builtAssets } from "../src/ruby/build/build-image.ts";
import { OPENPGP_THREAD } from "../src/secrets/openpgp/thread-program.ts";

/** Packages, and the names of their bundles. */
const SELDOM_USED = new Map([
  ["openpgp", "openpgp.cjs"],
  ["yaml", "yaml.cjs"],
  ["@dagrejs/graphlib", "graphlib.cjs"],
]);

const common: BuildOptions = {
  bundle: true,
  platform: "node",
  target: "node22",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "warning",
};

/** For libraries that ask for their place to find Node's own modules. */
const placed: BuildOptions = {
  define: { "import.meta.url": "__place" },
  banner: { js: 'const __place = require("node:url").pathToFileURL(__filename).href;' },
};

/** Leaves the seldom used libraries out of a bundle. */
const apart: Plugin = {
  name: "libraries apart",
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`^(${[...SELDOM_USED.keys()].join("|")})$`) }, ({ path }) => ({
      path: `./${SELDOM_USED.get(path)}`,
      external: true,
    }));
  },
};

/** Puts in what src/cli/bundle/bill-of-materials.ts comes to, in place of the whole package-lock.json. */
const billOfMaterials: Plugin = {
  name: "bill of materials",
  setup({ onLoad }) {
    onLoad({ filter: /\/bill-of-materials\.ts$/ }, async ({ path }) => ({
      contents: Object.entries(await import(path))
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join("\n"),
    }));
  },
};

rmSync("dist", { recursive: true, force: true });
// What Ruby starts from: made once, and kept as long as what it is made from stays.
cpSync(builtAssets("node_modules/.cache/nostrings"), "dist", { recursive: true });

await Promise.all([
  build({
    ...common,
    entryPoints: ["src/main.ts"],
    outfile: `dist/${PROGRAM}`,
    format: "cjs",
    minifyIdentifiers: true,
    // A script has no place of its own; what looks for its neighbours knows that.
    define: { "import.meta.dirname": "undefined", "import.meta.main": "false" },
    plugins: [apart, billOfMaterials],
  }),
  ...[...SELDOM_USED].map(([name, file]) =>
    build({ ...common, ...placed, entryPoints: [name], outfile: `dist/${file}`, format: "cjs" }),
  ),
  // The thread that OpenPGP runs on is a program of its own.
  build({
    ...common,
    entryPoints: ["src/secrets/openpgp/worker.ts"],
    outfile: `dist/${OPENPGP_THREAD}`,
    format: "cjs",
    ...placed,
    // OpenPGP has its own in their place. Node's load parts that abort in a thread of a process from a snapshot.
    define: { ...placed.define, CompressionStream: "undefined", DecompressionStream: "undefined" },
  }),
  build({ ...common, entryPoints: ["src/launch/installed.ts"], outfile: "dist/main.js", format: "esm" }),
  build({
    ...common,
    entryPoints: ["src/nostrings.ts"],
    outfile: "dist/nostrings.js",
    format: "esm",
    // CommonJS dependencies reach for `require`, which ES modules lack.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  }),
]);

chmodSync("dist/main.js", 0o755);
