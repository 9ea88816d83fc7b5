import { spawn } from "node:child_process";
import { cpSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import { debianRoot, removeRoot } from "./debian-root.ts";

/** What a command on the machine gave. */
export interface Ran {
  readonly exitCode: number;
  /** Standard output and standard error together, in order. */
  readonly text: string;
}

/** A Debian machine with its own systemd, sharing the network of this one. */
export class BootedMachine {
  readonly root: string;
  readonly #container: Promise<unknown>;
  readonly #leader: string;

  private constructor(root: string, container: Promise<unknown>, leader: string) {
    this.root = root;
    this.#container = container;
    this.#leader = leader;
  }

  static async boot(): Promise<BootedMachine> {
    const root = await debianRoot();
    await installNostrings(root);
    const options = ["-D", root, "--register=no", "--keep-unit", "--resolv-conf=copy-host", "--quiet", "-b"];
    const container = execa("systemd-nspawn", options, { stdin: "ignore", reject: false, buffer: false });
    const leader = await leaderOf(container.pid!);
    const machine = new BootedMachine(root, container, leader);
    await machine.#settled();
    return machine;
  }

  /** Run a command line of `sh` as root on the machine. */
  run(command: string): Promise<Ran> {
    return runWithin(this.#leader, command);
  }

  /** The end of its first process is the end of all. */
  async powerOff(): Promise<void> {
    process.kill(Number(this.#leader), "SIGKILL");
    await this.#container;
    removeRoot(this.root);
  }

  async #settled(): Promise<void> {
    for (let tries = 0; tries < 120; tries++) {
      const { text } = await this.run("systemctl is-system-running");
      if (text.trim() === "running" || text.trim() === "degraded") return;
      await sleep(250);
    }
    throw new Error("the machine did not finish booting within 30 seconds");
  }
}

/** Run a command line of `sh` as root in the namespaces of a process. */
export function runWithin(leader: string, command: string): Promise<Ran> {
  const enter = ["-t", leader, "-m", "-u", "-i", "-p", "--", "/bin/sh", "-c", `exec 2>&1\n${command}`];
  const env = {
    PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    HOME: "/root",
    LANG: "C.UTF-8",
  };
  return new Promise((resolve) => {
    const nsenter = spawn("nsenter", enter, { env, stdio: ["ignore", "pipe", "inherit"] });
    const pieces: Buffer[] = [];
    nsenter.stdout.on("data", (piece: Buffer) => pieces.push(piece));
    nsenter.on("error", (error) => resolve({ exitCode: -1, text: error.message }));
    nsenter.on("close", (code) => {
      resolve({ exitCode: code ?? -1, text: Buffer.concat(pieces).toString().replace(/\n$/, "") });
    });
  });
}

/** The container's first process, once there is one; before it there is one for a moment that prepares the place. */
export async function leaderOf(container: number): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const { stdout } = await execa("pgrep", ["-P", String(container), "-x", "systemd"], { reject: false });
    if (stdout.trim() !== "") return stdout.trim().split("\n")[0]!;
    await sleep(100);
  }
  throw new Error("systemd-nspawn started no machine");
}

/** The program, the Node it runs on, and the example site. */
export async function installNostrings(root: string): Promise<void> {
  const project = resolve(import.meta.dirname, "../..");
  cpSync(process.env.NOSTRINGS_TEST_DIST ?? join(project, "dist"), join(root, "opt/nostrings"), {
    recursive: true,
  });
  cpSync(join(project, "node_modules/node/bin/node"), join(root, "usr/local/bin/node"), {
    dereference: true,
  });
  for (const part of ["manifests", "modules", "hiera", "hiera.yaml"]) {
    cpSync(join(project, part), join(root, "srv/site", part), { recursive: true });
  }
  await execa("ln", ["-s", "/opt/nostrings/main.js", join(root, "usr/local/bin/nostrings")]);
}
