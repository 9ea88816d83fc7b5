/**
 * Boots a whole Debian 12 with its own kernel in QEMU's software emulation, from user-data of `nostrings cloud-init` and a
 * bundle from a web server: once with the bundle that was announced, once with a byte of it flipped. Ends with 0 when
 * `nostrings status` tells both rightly on the serial console, which is kept in docs/measures/boot-qemu.log. By hand, as
 * root, with mmdebstrap, qemu-system-x86 and genisoimage, after the build: node scripts/boot-qemu.ts
 */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { execa } from "execa";
import { BundleServer } from "../test/system/bundle-server.ts";
import { debianRoot, removeRoot } from "../test/system/debian-root.ts";
import { signingKeys } from "../test/system/signing-keys.ts";

const PROJECT = resolve(import.meta.dirname, "..");
const LOG = join(PROJECT, "docs/measures/boot-qemu.log");
/** Longer than a boot takes in emulation on a busy machine. */
const PATIENCE = 900_000;

const MANIFEST = `user { 'greeter': ensure => present, system => true }
file { '/etc/greeting': content => "Hello from \${facts['networking']['hostname']}\\n", owner => 'greeter' }
file { '/etc/systemd/system/greeter.service':
  content => "[Service]\\nExecStart=/bin/sleep infinity\\nUser=greeter\\n[Install]\\nWantedBy=multi-user.target\\n",
}
~> service { 'greeter': ensure => running, enable => true }
`;

/** Tells on the serial console what \`status\` says, and turns the machine off. */
const WITNESS = `[Unit]
After=cloud-final.service
[Service]
Type=oneshot
StandardOutput=file:/dev/ttyS0
ExecStart=/bin/sh -c 'nostrings status --wait; echo "nostrings status: exit code $?"; cat /etc/greeting; systemctl is-active greeter nostrings-boot; cloud-init status'
ExecStopPost=/bin/systemctl poweroff --no-block
[Install]
WantedBy=cloud-init.target
`;

interface Case {
  readonly name: string;
  readonly flipped: boolean;
  readonly says: readonly RegExp[];
}

const CASES: readonly Case[] = [
  {
    name: "the announced bundle",
    flipped: false,
    says: [/status: exit code 0$/m, /^Hello from cloud$/m, /^active\nactive$/m, /^status: done$/m],
  },
  {
    name: "a bundle with a byte flipped",
    flipped: true,
    says: [/is not what was announced/, /status: exit code 1$/m, /^inactive\nfailed$/m, /^status: error$/m],
  },
];

const root = await debianRoot("debian-12-qemu");
const folder = mkdtempSync(join(dirname(root), "qemu-"));
const EXECUTABLE = join(folder, "nostrings");
const server = await BundleServer.start();
try {
  await execa(process.execPath, ["scripts/build-standalone.ts", "-o", EXECUTABLE], { cwd: PROJECT });
  await makeDisk();
  const logs: string[] = [];
  for (const each of CASES) {
    const started = performance.now();
    const serial = await boot(each);
    const missing = each.says.filter((said) => !said.test(serial));
    const verdict = missing.length === 0 ? "right" : `wrong, without ${missing.join(" ")}`;
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`${each.name}: ${verdict} (${seconds} s)`);
    if (missing.length > 0) process.exitCode = 1;
    logs.push(`# ${each.name}: status is ${verdict}\n\n${trimmed(serial)}`);
  }
  writeFileSync(LOG, logs.join("\n"));
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
  removeRoot(root);
}

/** The image that a cloud would start: Debian, cloud-init, and the executable. */
async function makeDisk(): Promise<void> {
  put(
    "etc/cloud/cloud.cfg.d/99-qemu.cfg",
    "datasource_list: [NoCloud]\nssh_genkeytypes: []\nlocale: C.UTF-8\n",
  );
  put("etc/systemd/system/witness.service", WITNESS);
  put("etc/fstab", "/dev/vda / ext4 rw 0 1\n");
  put("etc/machine-id", "");
  copyFileSync(EXECUTABLE, join(root, "usr/local/bin/nostrings"));
  await execa("systemctl", [`--root=${root}`, "enable", "systemd-networkd", "witness"]);
  for (const name of ["vmlinuz", "initrd.img"]) {
    const file = readdirSync(join(root, "boot")).find((entry) => entry.startsWith(name));
    copyFileSync(join(root, "boot", file!), join(folder, name));
  }
  await execa("mke2fs", ["-q", "-t", "ext4", "-d", root, join(folder, "disk"), "4G"]);
}

function put(path: string, content: string): void {
  writeFileSync(join(root, path), content);
}

/** The seed that the cloud gives a new instance. */
async function makeSeed({ flipped }: Case): Promise<void> {
  const site = join(folder, "site/manifests");
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, "site.pp"), MANIFEST);
  const keys = await signingKeys(folder, "deploy");
  const file = join(folder, "app.nsb");
  await execa(EXECUTABLE, ["bundle", dirname(site), "-o", file, "--sign", keys.privateKey]);
  const content = readFileSync(file);
  const digest = createHash("sha256").update(content).digest("hex");
  if (flipped) content[100]! ^= 1;
  // The machine sees this one's loopback as its gateway.
  const url = server.put("app.nsb", content).replace("127.0.0.1", "10.0.2.2");
  const options = ["--sha256", digest, "--trust", keys.publicKey];
  const { stdout } = await execa(EXECUTABLE, ["cloud-init", url, ...options]);
  writeFileSync(join(folder, "user-data"), `${stdout}\n`);
  writeFileSync(join(folder, "meta-data"), `instance-id: i-${digest.slice(0, 8)}\nlocal-hostname: cloud\n`);
  const seed = ["-quiet", "-output", join(folder, "seed"), "-volid", "cidata", "-joliet", "-rock"];
  await execa("genisoimage", [...seed, join(folder, "user-data"), join(folder, "meta-data")]);
}

/** Boot until the machine turns itself off; gives what the serial console showed. The disk stays as it was. */
async function boot(each: Case): Promise<string> {
  await makeSeed(each);
  const serial = join(folder, "serial");
  const machine = ["-machine", "q35", "-accel", "tcg,thread=multi", "-cpu", "max", "-smp", "2", "-m", "1024"];
  const kernel = ["-kernel", join(folder, "vmlinuz"), "-initrd", join(folder, "initrd.img")];
  const parameters = ["-append", "root=/dev/vda rw console=ttyS0 net.ifnames=0"];
  const disks = [
    ["-drive", `file=${join(folder, "disk")},if=virtio,format=raw,snapshot=on`],
    ["-drive", `file=${join(folder, "seed")},if=virtio,format=raw,readonly=on`],
  ].flat();
  const network = ["-netdev", "user,id=net", "-device", "virtio-net-pci,netdev=net"];
  const serialConsole = ["-display", "none", "-monitor", "none", "-serial", `file:${serial}`, "-no-reboot"];
  const options = [...machine, ...kernel, ...parameters, ...disks, ...network, ...serialConsole];
  await execa("qemu-system-x86_64", options, { timeout: PATIENCE, reject: false, stdin: "ignore" });
  return stripVTControlCharacters(readFileSync(serial, "utf8")).replaceAll("\r", "");
}

/** What matters of the console: the kernel, cloud-init's stages, what is ours, and what the witness says. */
function trimmed(serial: string): string {
  const matters =
    /Linux version|Detected virtualization|Welcome to|Cloud-init v|nostrings|bundle|^Hello|^(in)?active|^failed|^status:|Power down/i;
  return `${serial
    .split("\n")
    .filter((line) => matters.test(line))
    .join("\n")}\n`;
}
