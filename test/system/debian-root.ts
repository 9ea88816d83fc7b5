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

/** A fresh Debian 12 root directory, unpacked from a cached archive that is built when absent. */
export async function debianRoot(): Promise<string> {
  const archive = join(CACHE, "debian-12.tar");
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(archive)) await buildArchive(archive);
  const root = mkdtempSync(join(CACHE, "root-"));
  await execa("tar", ["-C", root, "-xf", archive, "--exclude", "./dev/*"]);
  writeFileSync(join(root, "etc/systemd/journald.conf"), "[Journal]\nStorage=volatile\n");
  return root;
}

async function buildArchive(archive: string): Promise<void> {
  const unfinished = `${archive}.unfinished`;
  const include = `--include=${PACKAGES.join(",")}`;
  await execa("mmdebstrap", ["--variant=minbase", "--format=tar", include, "bookworm", unfinished]);
  renameSync(unfinished, archive);
}

export function removeRoot(root: string): void {
  rmSync(root, { recursive: true, force: true });
}
