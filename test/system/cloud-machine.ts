import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import { installNostrings, leaderOf, type Ran, runWithin } from "./booted-machine.ts";
import { debianRoot, removeRoot } from "./debian-root.ts";

const SEED = "var/lib/cloud/seed/nocloud";

/** Only the seed counts, and the network and apt's sources stay as they are: they are shared with this machine. */
const CLOUD_CONFIG = `datasource_list: [NoCloud]
network: {config: disabled}
apt: {preserve_sources_list: true}
disable_root: false
ssh_deletekeys: false
locale: C.UTF-8
`;

/** A Debian machine with cloud-init that can be booted again and again, as one instance or as another. */
export class CloudMachine {
  readonly root: string;
  #container: Promise<unknown> = Promise.resolve();
  #leader: string | undefined;
  #boots = 0;

  private constructor(root: string) {
    this.root = root;
  }

  static async make(): Promise<CloudMachine> {
    const root = await debianRoot("debian-12-cloud");
    await installNostrings(root);
    writeFileSync(join(root, "etc/cloud/cloud.cfg.d/99-test.cfg"), CLOUD_CONFIG);
    writeFileSync(join(root, "etc/machine-id"), "");
    mkdirSync(join(root, SEED), { recursive: true });
    return new CloudMachine(root);
  }

  /** What the cloud tells the machine at its next boot. */
  seed(instance: string, userData: string): void {
    writeFileSync(join(this.root, SEED, "meta-data"), `instance-id: ${instance}\nlocal-hostname: cloud\n`);
    writeFileSync(join(this.root, SEED, "user-data"), userData);
  }

  /** Put a file on the machine's disk. */
  put(path: string, content: string): void {
    writeFileSync(join(this.root, path), content, { mode: 0o600 });
  }

  async powerOn(): Promise<void> {
    const options = [
      "-D",
      this.root,
      "--register=no",
      "--keep-unit",
      "--resolv-conf=copy-host",
      "--quiet",
      "-b",
    ];
    const stdout = { file: this.#consoleFile(++this.#boots) };
    const container = execa("systemd-nspawn", [...options, "--console=read-only"], {
      stdin: "ignore",
      stdout,
      reject: false,
      buffer: false,
    });
    this.#container = container;
    this.#leader = await leaderOf(container.pid!);
  }

  /** Boot, and wait for cloud-init to have ended. */
  async boot(): Promise<void> {
    await this.powerOn();
    for (let tries = 0; tries < 240; tries++) {
      const { exitCode, text } = await this.run("cloud-init status; systemctl is-system-running");
      if (/status: (done|error)/.test(text) && /^(running|degraded)$/m.test(text)) return;
      if (exitCode === -1) break;
      await sleep(500);
    }
    throw new Error(`the machine did not finish booting: ${this.console().slice(-2000)}`);
  }

  /** Run a command line of `sh` as root on the machine. */
  run(command: string): Promise<Ran> {
    return runWithin(this.#leader!, command);
  }

  /** Wait until a command succeeds on the machine. */
  async until(command: string): Promise<void> {
    for (let tries = 0; tries < 240; tries++) {
      if ((await this.run(command)).exitCode === 0) return;
      await sleep(250);
    }
    throw new Error(`'${command}' did not succeed within a minute: ${this.console().slice(-2000)}`);
  }

  /** What a serial console showed of the latest boot. */
  console(): string {
    const file = this.#consoleFile(this.#boots);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  /** Pull the plug: the end of its first process is the end of all. */
  async powerCut(): Promise<void> {
    if (this.#leader === undefined) return;
    process.kill(Number(this.#leader), "SIGKILL");
    await this.#container;
    this.#leader = undefined;
  }

  async remove(): Promise<void> {
    await this.powerCut();
    removeRoot(this.root);
  }

  #consoleFile(boot: number): string {
    return join(this.root, `var/log/console-${boot}.log`);
  }
}
