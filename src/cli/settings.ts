import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { localHost } from "../facts/local-host.ts";
import { nodeDomain, nodeName } from "../facts/node-name.ts";
import { nameTrustStore } from "../machine/authorities.ts";
import { readConfigFile, type Section } from "../settings/config-file.ts";
import { type Default, Settings } from "../settings/settings.ts";
import { readRegularText } from "../source/read-file.ts";
import type { Options } from "./options.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Puppet's settings for one run: the command line, then the sections of puppet.conf that count (`user` and `main` for
 * everything that compiles here), then defaults. Fails when a value is not one that its setting takes.
 */
export function settingsOf(options: Options, sections: readonly string[] = ["user", "main"]): Settings {
  const commandLine = options.given();
  const alone = new Settings({ commandLine, defaults: defaults() });
  const file = configFile(alone);
  const settings = new Settings({
    ...alone.sources,
    file,
    sections: [...new Set(sections)].flatMap((name) => file.get(name) ?? []),
  }).checked();
  nameTrustStore(settings.text("ssl_trust_store"));
  return settings;
}

function configFile(settings: Settings): ReadonlyMap<string, Section> {
  const file = settings.text("config");
  if (existsSync(file)) return readConfigFile(readRegularText(file), file);
  if (settings.isSet("config")) throw new UsageError(`Could not find the configuration file ${file}`);
  return new Map();
}

/** Where things are: Puppet's own directories when they are there, so that an existing site is found as it is. */
function defaults(): Readonly<Record<string, Default>> {
  const root = process.getuid?.() === 0;
  const home = homedir();
  const state = process.env.XDG_STATE_HOME ?? join(home, ".local/state");
  const runtime = process.env.XDG_RUNTIME_DIR;
  return {
    confdir: root
      ? firstThere("/etc/nostrings", "/etc/puppetlabs/puppet", "/etc/puppet")
      : join(home, ".puppetlabs/etc/puppet"),
    codedir: root
      ? firstThere("/etc/puppetlabs/code", "/etc/puppet/code")
      : join(home, ".puppetlabs/etc/code"),
    vardir: root ? "/var/lib/nostrings" : join(state, "nostrings"),
    rundir: root ? "/run/nostrings" : join(runtime ?? state, "nostrings"),
    logdir: "$vardir/log",
    basemodulepath: root ? "$codedir/modules:/usr/share/puppet/modules" : "$codedir/modules",
    hiera_config: hieraConfig,
    certname: () => nodeName(localHost(() => {})),
    srv_domain: () => nodeDomain(localHost(() => {})),
  };
}

/** The global hiera.yaml: that of the codedir when it is there, else that of the confdir. */
function hieraConfig(settings: Settings): string {
  const shared = join(settings.text("codedir"), "hiera.yaml");
  return existsSync(shared) ? shared : join(settings.text("confdir"), "hiera.yaml");
}

/** The first that exists, else the first. */
function firstThere(...candidates: [string, ...string[]]): string {
  return candidates.find((path) => existsSync(path)) ?? candidates[0];
}
