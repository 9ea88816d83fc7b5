import { basename } from "node:path";
import { bundleLocation } from "../../boot/bundle-location.ts";
import type { Setting } from "../../boot/config-file.ts";
import { cloudConfig } from "../../boot/user-data/cloud-config.ts";
import { fitting, refuseSecrets } from "../../boot/user-data/fit.ts";
import { multipart } from "../../boot/user-data/mime.ts";
import { refuseControls } from "../../boot/user-data/plain-texts.ts";
import type { BootPlan } from "../../boot/user-data/plan.ts";
import { systemdUnit } from "../../boot/user-data/systemd-unit.ts";
import { Failure } from "../../diagnostics/failure.ts";
import { puppetText } from "../../diagnostics/puppet-text.ts";
import { issueDetail } from "../../report/issue-text.ts";
import { readRegularText } from "../../source/read-file.ts";
import type { Command, Invocation } from "../command.ts";
import type { OptionSpec, Options } from "../options.ts";
import { UsageError } from "../usage-error.ts";

/** Options of `boot` that are passed on to the machine. */
const PASSED_ON: readonly OptionSpec[] = [
  { name: "sha256", value: "HEX", help: "What the bundle's bytes must sum up to" },
  { name: "converge", value: "N", type: "count", help: "Apply up to N times, until nothing changes" },
  {
    name: "deadline",
    value: "SECONDS",
    type: "seconds",
    help: "Wait no longer for network, names, clock and server",
  },
  { name: "private_key", value: "WHERE", help: "Where the machine has its private key" },
  { name: "require_signature", help: "Take signed bundles only" },
  { name: "environment", value: "NAME", help: "The environment of the bundle" },
  { name: "certname", value: "NAME", help: "The name to compile for" },
  { name: "fact", value: "NAME=VALUE", list: true, help: "Believe this fact; may be repeated" },
];

export const cloudInit: Command = {
  name: "cloud-init",
  usage: "cloud-init [OPTION...] URL",
  summary:
    "Print user-data that configures a new machine from a bundle; with --systemd the unit for an image",
  options: [
    { name: "mime", help: "Print multipart user-data" },
    {
      name: "part",
      value: "FILE",
      list: true,
      help: "A further part of multipart user-data; may be repeated",
    },
    { name: "systemd", help: "Print the systemd unit for an image that has all in it" },
    { name: "trust", value: "FILE", list: true, help: "Public keys in armour that the machine is to trust" },
    { name: "executable", value: "URL", help: "Fetch the program from there (otherwise it is in the image)" },
    { name: "executable_sha256", value: "HEX", help: "What the program's bytes must sum up to" },
    { name: "credential", value: "NAME[:PATH]", list: true, help: "A systemd credential for the unit" },
    { name: "environment_file", value: "PATH", help: "A file on the machine with variables for the unit" },
    ...PASSED_ON,
  ],
  settings: false,
  async run(invocation) {
    try {
      invocation.terminal.out(printed(invocation));
      return 0;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const lines = [`Error: ${puppetText(error.issue)}`, ...issueDetail(error.issue), ""];
      invocation.terminal.err(lines.join("\n"));
      return 1;
    }
  },
};

function printed({ options, positionals }: Invocation): string {
  const plan = bootPlan(options, positionals);
  refuseControls(plan);
  refuseSecrets(plan);
  if (options.switch("systemd")) return fitting(systemdUnit(plan, true));
  const parts = options
    .values("part")
    .map((file) => ({ name: basename(file), content: readRegularText(file) }));
  const main = { name: "nostrings.yaml", content: cloudConfig(plan) };
  const isMime = options.switch("mime") === true || parts.length > 0;
  return fitting(isMime ? multipart([main, ...parts]) : main.content);
}

function bootPlan(options: Options, positionals: readonly string[]): BootPlan {
  const [url, ...more] = positionals;
  if (url === undefined || more.length > 0) throw new UsageError("cloud-init needs one URL of a bundle");
  const { sha256 } = bundleLocation(url, options.value("sha256"));
  const [bundle = url] = url.split(/#(?=sha256[=:])/);
  const digest: Setting[] = sha256 === undefined ? [] : [["sha256", sha256]];
  return {
    settings: [["bundle", bundle], ...digest, ["console", true], ...passedOn(options)],
    trusted: options.values("trust").map((file) => ({ name: keyName(file), content: readRegularText(file) })),
    executable: executable(options),
    credentials: credentials(options),
    environmentFile: options.value("environment_file"),
  };
}

function passedOn(options: Options): Setting[] {
  return PASSED_ON.filter(({ name }) => name !== "sha256").flatMap(({ name, value }) => {
    const values = value === undefined ? switched(options.switch(name)) : options.values(name);
    return values.map((one): Setting => [name.replaceAll("_", "-"), one]);
  });
}

function switched(on: boolean | undefined): boolean[] {
  return on === undefined ? [] : [on];
}

/** Keys are found by their ending. */
function keyName(file: string): string {
  return `${basename(file).replace(/\.(asc|gpg|pub)$/, "")}.asc`;
}

/** A private key that is a credential is loaded by the unit, from what the machine was started with. */
function credentials(options: Options): readonly string[] {
  const given = options.values("credential");
  const key = /^credential:(.+)$/.exec(options.value("private_key") ?? "")?.[1];
  const isNamed = given.some((credential) => credential.split(":")[0] === key);
  return key === undefined || isNamed ? given : [...given, key];
}

function executable(options: Options): BootPlan["executable"] {
  const url = options.value("executable");
  if (url === undefined) return undefined;
  const sha256 = options.value("executable_sha256");
  if (sha256 === undefined)
    throw new UsageError("--executable needs --executable-sha256: nothing else proves what is fetched");
  return { url, sha256: bundleLocation(url, sha256).sha256 ?? sha256 };
}
