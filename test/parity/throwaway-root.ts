import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";

const PROJECT = resolve(import.meta.dirname, "../..");
export const NODE = join(PROJECT, "node_modules/.bin/node");
export const MAIN = join(PROJECT, "src/main.ts");

/** This machine's own files under a layer that is thrown away: what the script does there nobody sees afterwards. */
const ENTER = `
set -e
layer=$(mktemp -d)
mount -t tmpfs tmpfs "$layer"
mkdir "$layer/upper" "$layer/work" "$layer/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$layer/upper,workdir=$layer/work" "$layer/root"
mount --bind /dev "$layer/root/dev"
mount --bind /sys "$layer/root/sys"
mount -t proc proc "$layer/root/proc"
exec chroot "$layer/root" /bin/sh -c "$1"
`;

/** Run a shell script as root on a throwaway copy of this machine; gives what it wrote, errors among it. */
export function onThrowawayRoot(script: string): string {
  const unshare = ["--mount", "--pid", "--fork", "--propagation", "private", "/bin/sh", "-c", ENTER, "sh"];
  return execFileSync("unshare", [...unshare, `exec 2>&1\n${script}`], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
}
