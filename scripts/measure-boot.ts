/**
 * From the start of a machine to the role being applied, with nostrings and with puppet-agent; writes
 * docs/measures/boot.md. The role is the example site's web server and nothing of it is left to change. By hand, as root,
 * with mmdebstrap and systemd-container, on a machine that does nothing else, after the build:
 * node scripts/measure-boot.ts [ROUNDS]
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { median } from "../bench/measure.ts";
import { shownRatio } from "../bench/ratio.ts";
import { BundleServer } from "../test/system/bundle-server.ts";
import { CloudMachine } from "../test/system/cloud-machine.ts";
import { signingKeys } from "../test/system/signing-keys.ts";

const ROUNDS = Number(process.argv[2] ?? 3);
const PROJECT = resolve(import.meta.dirname, "..");
const REPORT = join(PROJECT, "docs/measures/boot.md");
const INSTALL = "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq";
const PUPPET =
  "cd /srv/site && FACTER_role=web puppet apply --detailed-exitcodes --modulepath modules --hiera_config hiera.yaml manifests";

/** Seconds: the command that the boot runs, and from power-on to its end. */
interface Boot {
  readonly command: number;
  readonly fromPowerOn: number;
}

interface Way {
  readonly name: string;
  readonly unit: string;
  readonly userData: string;
  readonly machine: CloudMachine;
  /** Put the machine back into the state before the boot. */
  readonly restore?: () => void;
  readonly boots: Boot[];
}

const folder = mkdtempSync(join(tmpdir(), "measure-boot-"));
const EXECUTABLE = join(folder, "nostrings");
const server = await BundleServer.start();
const machines: CloudMachine[] = [];
try {
  execFileSync(process.execPath, ["scripts/build-standalone.ts", "-o", EXECUTABLE], { cwd: PROJECT });
  const ways = await prepared();
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of ways) {
      way.boots.push(await boot(way, `i-${round}-${ways.indexOf(way)}`));
      console.log(way.name, way.boots.at(-1));
    }
  }
  writeFileSync(REPORT, report(ways));
} finally {
  for (const machine of machines) await machine.remove();
  await server.stop();
  rmSync(folder, { recursive: true });
}

async function prepared(): Promise<Way[]> {
  const own = await machine("nostrings apply /srv/site --fact role=web");
  const puppet = await machine(`${INSTALL} nginx puppet-agent hiera-eyaml && { ${PUPPET}; [ $? = 2 ]; }`);
  const bare = await machine(
    `${INSTALL} nginx puppet-agent hiera-eyaml && { ${PUPPET}; [ $? = 2 ]; } &&
     apt-get purge -y -qq --autoremove puppet-agent hiera-eyaml && apt-get clean`,
  );
  const saved = join(folder, "bare");
  execFileSync("cp", ["-a", bare.root, saved]);
  const restore = (): void => {
    execFileSync("rm", ["-rf", bare.root]);
    execFileSync("cp", ["-a", saved, bare.root]);
  };
  const unit = "puppet-boot.service";
  return [
    {
      name: "nostrings",
      unit: "nostrings-boot.service",
      userData: await ownUserData(),
      machine: own,
      boots: [],
    },
    { name: "puppet-agent in the image", unit, userData: puppetUserData(PUPPET), machine: puppet, boots: [] },
    {
      name: "puppet-agent from apt",
      unit,
      userData: puppetUserData(`${INSTALL} puppet-agent hiera-eyaml && ${PUPPET}`),
      machine: bare,
      restore,
      boots: [],
    },
  ];
}

/** A machine with the executable and the site on which a command has applied the role. */
async function machine(command: string): Promise<CloudMachine> {
  const made = await CloudMachine.make();
  machines.push(made);
  for (const path of ["usr/local/bin/nostrings", "usr/local/bin/node", "opt/nostrings"]) {
    rmSync(join(made.root, path), { recursive: true });
  }
  copyFileSync(EXECUTABLE, join(made.root, "usr/local/bin/nostrings"));
  made.seed("i-prepared", "#cloud-config\n");
  await made.boot();
  const { exitCode, text } = await made.run(`apt-get update -qq; ${command}`);
  if (exitCode !== 0) throw new Error(`'${command}' ends with ${exitCode}: ${text}`);
  await made.run("systemctl disable --now puppet; sync");
  await made.powerCut();
  return made;
}

async function ownUserData(): Promise<string> {
  const { privateKey, publicKey } = await signingKeys(folder, "deploy");
  const file = join(folder, "app.nsb");
  execFileSync(EXECUTABLE, ["bundle", PROJECT, "-o", file, "--sign", privateKey], { stdio: "pipe" });
  const content = readFileSync(file);
  const digest = createHash("sha256").update(content).digest("hex");
  const options = ["--sha256", digest, "--trust", publicKey, "--fact=role=web"];
  const url = server.put("app.nsb", content);
  return execFileSync(EXECUTABLE, ["cloud-init", url, ...options], { encoding: "utf8" });
}

/** A unit that runs a command, started in the way that ours is. */
function puppetUserData(command: string): string {
  return `#cloud-config
write_files:
  - path: /etc/systemd/system/puppet-boot.service
    content: |
      [Unit]
      Wants=network-online.target
      After=network-online.target nss-lookup.target cloud-init.service
      [Service]
      Type=oneshot
      ExecStart=/bin/sh -c ${JSON.stringify(command)}
      Environment=HOME=/root
      RemainAfterExit=yes
runcmd:
  - systemctl daemon-reload
  - systemctl restart puppet-boot.service
`;
}

/** Boot as a new instance, and wait until the unit has ended well. The machine's monotonic clock is ours. */
async function boot({ machine, unit, userData, restore }: Way, instance: string): Promise<Boot> {
  restore?.();
  machine.seed(instance, userData);
  const powerOn = process.hrtime.bigint();
  await machine.powerOn();
  const ended = `systemctl show -p ExecMainExitTimestampMonotonic --value ${unit} | grep -q '[1-9]'`;
  await machine.until(`test -e /etc/systemd/system/${unit} && ${ended}`);
  const shown = ["ExecMainStartTimestampMonotonic", "ExecMainExitTimestampMonotonic", "ExecMainStatus"];
  const { text } = await machine.run(`systemctl show -p ${shown.join(" -p ")} ${unit}`);
  const of = (name: string): number => Number(new RegExp(`^${name}=(\\d+)$`, "m").exec(text)?.[1]);
  if (of("ExecMainStatus") !== 0) throw new Error(`${unit}: ${machine.console()}`);
  const [began, end] = [of(shown[0]!), of(shown[1]!)];
  await machine.powerCut();
  return { command: (end - began) / 1e6, fromPowerOn: (end - Number(powerOn / 1000n)) / 1e6 };
}

function report(ways: readonly Way[]): string {
  const [own] = ways;
  const rows = ways.map(({ name, boots }) => {
    const cells = (["command", "fromPowerOn"] as const).flatMap((key) => {
      const middle = median(boots.map((each) => each[key]));
      const ratio = median(boots.map((each, round) => own!.boots[round]![key] / each[key]));
      return [`${middle.toFixed(2)} s`, shownRatio(ratio)];
    });
    return `| ${name} | ${cells.join(" | ")} |\n`;
  });
  return `# From a boot to the role applied, measured

A Debian 12 with cloud-init and systemd boots in systemd-nspawn as a new instance; the example site's web server has been
applied to it before, so nothing is left to change. User-data starts one unit, whose command is
\`nostrings boot\` with a signed bundle from a web server (the executable is in the image), or \`puppet apply\` of the same
site from the disk. Medians of ${ROUNDS} rounds in turn; a ratio is the median of the rounds' ratios of nostrings to that way.
Written by \`scripts/measure-boot.ts\`.

| | the boot's command | nostrings to it | from power-on to its end | nostrings to it |
| --- | --- | --- | --- | --- |
${rows.join("")}
Promised is at most 1/8 of puppet-agent from apt, and of puppet-agent in the image, for the command. From power-on there
is the same boot of Debian and cloud-init in all of them. How long apt takes depends on how near its mirror is.
`;
}
