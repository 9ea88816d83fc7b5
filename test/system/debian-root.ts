import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";

/** Where built roots are kept between runs. */
const CACHE = process.env.NOSTRINGS_TEST_CACHE ?? "/var/tmp/nostrings-test";

const PACKAGES = [
  "systemd",
  "systemd-sysv",
  "dbus",
  "procps",
  "iproute2",
  "ca-certificates",
  "init-system-helpers",
  "adduser",
  "libatomic1",
];

/** Kinds of root, by the name of their archive: the packages that each has besides the common ones. */
const KINDS = {
  "debian-12": [],
  "debian-12-cloud": ["cloud-init"],
  "debian-12-qemu": [
    "cloud-init",
    "linux-image-cloud-amd64",
    "initramfs-tools",
    "udev",
    "netplan.io",
    "isc-dhcp-client",
  ],
} as const;
export type RootKind = keyof typeof KINDS;

/** A fresh Debian 12 root directory, unpacked from a cached archive that is built when absent. */
export async function debianRoot(kind: RootKind = "debian-12"): Promise<string> {
  const archive = join(CACHE, `${kind}.tar`);
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(archive)) await buildArchive(archive, kind);
  const root = mkdtempSync(join(CACHE, "root-"));
  await execa("tar", ["-C", root, "-xf", archive, "--exclude", "./dev/*"]);
  writeFileSync(join(root, "etc/systemd/journald.conf"), "[Journal]\nStorage=volatile\n");
  return root;
}

async function buildArchive(archive: string, kind: RootKind): Promise<void> {
  const unfinished = `${archive}.unfinished`;
  const include = `--include=${[...PACKAGES, ...KINDS[kind]].join(",")}`;
  await execa("mmdebstrap", ["--variant=minbase", "--format=tar", include, "bookworm", unfinished]);
  renameSync(unfinished, archive);
}

export function removeRoot(root: string): void {
  rmSync(root, { recursive: true, force: true });
}
