/**
 * Makes dist/nostrings-linux-ARCH: the program of dist/ and Node.js in one file that needs neither. Run after the build.
 *
 *     node scripts/build-standalone.ts [--arch x64|arm64] [--trust FILE] [-o FILE]
 *
 * `--arch` is the kind of processor, otherwise that of this machine; `--trust` builds in public keys that bundles may be
 * signed with.
 */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { constants, zstdCompressSync } from "node:zlib";
import { build } from "esbuild";
import { PROGRAM } from "../src/launch/bundled-program.ts";
import { ASSET_FILES } from "../src/ruby/engine/assets.ts";
import { OPENPGP_THREAD } from "../src/secrets/openpgp/thread-program.ts";
import { hideVariablesAtEntry } from "./entry.ts";
import { type BaseNode, nodeFor } from "./node-for.ts";

const POSTJECT = resolve("node_modules/postject/dist/cli.js");
/** Where Node.js looks for what was put into it. */
const RESOURCE = "NODE_SEA_BLOB";
/** The name of the public keys that are built in. */
const TRUSTED = "trusted.asc";
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

const { values } = parseArgs({
  options: {
    trust: { type: "string" },
    arch: { type: "string", default: process.arch },
    output: { type: "string", short: "o" },
  },
});
const output = resolve(values.output ?? `dist/nostrings-linux-${values.arch}`);
const folder = mkdtempSync(join(tmpdir(), "nostrings-standalone-"));
try {
  await launcher();
  const node = nodeFor(values.arch, folder);
  const content = blob(node);
  // One that is running cannot be written to, but be replaced.
  rmSync(output, { force: true });
  copyFileSync(node.file, output);
  chmodSync(output, 0o755);
  // Symbols are a seventh of Node.js, and of use to its own developers only.
  execFileSync(node.strip, [output]);
  hideVariablesAtEntry(output, node, folder);
  execFileSync(process.execPath, [POSTJECT, output, RESOURCE, content, "--sentinel-fuse", FUSE], {
    stdio: "pipe",
  });
  process.stdout.write(`${output}: ${statSync(output).size} bytes\n`);
} finally {
  rmSync(folder, { recursive: true });
}

/** What Ruby starts from is unpacked when it is needed. */
function compressed(file: string): Buffer {
  return zstdCompressSync(readFileSync(file), { params: { [constants.ZSTD_c_compressionLevel]: 19 } });
}

function launcher(): Promise<unknown> {
  return build({
    entryPoints: ["scripts/standalone-snapshot.ts"],
    outfile: join(folder, "launch.cjs"),
    bundle: true,
    platform: "node",
    target: "node24",
    format: "cjs",
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: "warning",
  });
}

/**
 * The file of what goes into Node.js: its memory with the program loaded, and the parts that are asked for by name. All is
 * named as seen from the folder, as the memory has those names in it.
 */
function blob({ run: [command, ...options] }: BaseNode): string {
  const parts = [PROGRAM, "yaml.cjs", "graphlib.cjs", "openpgp.cjs", OPENPGP_THREAD];
  for (const part of parts) {
    if (!existsSync(join("dist", part))) throw new Error(`dist/${part} is missing: run npm run build first`);
    copyFileSync(join("dist", part), join(folder, part));
  }
  const ruby = Object.values(ASSET_FILES);
  for (const name of ruby) writeFileSync(join(folder, name), compressed(join("dist", name)));
  if (values.trust !== undefined) copyFileSync(values.trust, join(folder, TRUSTED));
  const assets = [...parts.slice(1), ...ruby, ...(values.trust === undefined ? [] : [TRUSTED])];
  const config = {
    main: "launch.cjs",
    output: "blob",
    disableExperimentalSEAWarning: true,
    useSnapshot: true,
    // Seeding the hashes of strings anew is a tenth of the start. It protects servers from strangers' keys; whoever writes
    // the keys here may run commands as root.
    execArgv: ["--no-rehash-snapshot", "--disable-sigusr1"],
    // Variables like NODE_OPTIONS are about other programs of the machine.
    execArgvExtension: "none",
    assets: Object.fromEntries(assets.map((name) => [name, name])),
  };
  writeFileSync(join(folder, "sea.json"), JSON.stringify(config));
  execFileSync(command, [...options, "--experimental-sea-config", "sea.json"], {
    cwd: folder,
    stdio: "pipe",
  });
  return join(folder, "blob");
}
