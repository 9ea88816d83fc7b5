import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

/** The project, and where a booted root has it: its own /tmp covers a project that lies there. */
const PROJECT = resolve(import.meta.dirname, "../..");
const PROJECT_INSIDE = "/srv/nostrings-project";

/** Where a booted root has a file of the project. */
export function inside(path: string): string {
  return path.replace(PROJECT, PROJECT_INSIDE);
}

/**
 * As a throwaway root, but booted: systemd runs in a container, the script as root within. The container's first
 * process is known by its name: it has a short-lived forerunner.
 */
const BOOT = `
set -e
layer=$(mktemp -d)
mount -t tmpfs tmpfs "$layer"
mkdir "$layer/upper" "$layer/work" "$layer/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$layer/upper,workdir=$layer/work" "$layer/root"
rm -rf "$layer"/root/etc/systemd/system/*.wants
systemd-nspawn -D "$layer/root" --bind-ro="$2:$3" --register=no --keep-unit --quiet -b </dev/null >"$layer/boot.log" 2>&1 &
nspawn=$!
trap "kill $nspawn 2>/dev/null || true" EXIT
for try in $(seq 100); do leader=$(pgrep -x -P $nspawn systemd | head -1); [ -n "$leader" ] && break; sleep 0.1; done
inside() { nsenter -t "$leader" -m -u -i -p -- env -i PATH=/usr/sbin:/usr/bin HOME=/root LANG=C.UTF-8 "$@"; }
for try in $(seq 240); do
  case $(inside systemctl is-system-running 2>&1) in running|degraded) break;; esac
  sleep 0.5
done
inside /bin/sh -c "$1" || true
inside systemctl poweroff >/dev/null 2>&1
wait $nspawn || true
`;

/** Run a shell script as root on a booted throwaway copy of this machine; gives what it wrote, errors among it. */
export function onBootedRoot(script: string): string {
  const unshare = [
    "--mount",
    "--propagation",
    "private",
    "/bin/sh",
    "-c",
    BOOT,
    "sh",
    `exec 2>&1\n${script}`,
    PROJECT,
    PROJECT_INSIDE,
  ];
  return execFileSync("unshare", unshare, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}
