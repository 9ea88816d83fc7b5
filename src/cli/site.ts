import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fail } from "../diagnostics/failure.ts";
import {
  DirectoryEnvironment,
  directoryEnvironment,
  findEnvironment,
} from "../modules/directory-environment.ts";
import type { Environment } from "../modules/environment.ts";
import { sourceOf } from "../source/read.ts";
import type { Settings } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

/** What is to be compiled: an environment, and code that takes the place of its manifests. */
export interface Site {
  readonly environment: Environment;
  readonly code: string | undefined;
}

/**
 * The site that a command line names: `-e CODE`; a manifest or a directory of manifests, in the configured environment;
 * a directory with `manifests/` in it, which is an environment of its own; without any, the current directory when it
 * is such a site, else what standard input says. Called as `puppet`, nothing but standard input.
 */
export function openSite(
  targets: readonly string[],
  code: string | undefined,
  settings: Settings,
  asPuppet: boolean,
): Site {
  const [target, ...more] = targets;
  if (more.length > 0)
    throw new UsageError(`Only one manifest or site can be applied at a time: ${targets.join(", ")}`);
  if (code !== undefined) return { environment: configured(settings), code };
  const fromStandardInput = target === "-" || (target === undefined && (asPuppet || !isSite(".")));
  if (fromStandardInput) return { environment: configured(settings), code: sourceOf(readFileSync(0)).text };
  return { environment: openEnvironment(target, settings), code: undefined };
}

/** The environment of a site directory or a manifest; without one, of the current directory or of the settings. */
export function openEnvironment(target: string | undefined, settings: Settings): Environment {
  if (target === undefined) return isSite(".") ? siteDirectory(".", settings) : configured(settings);
  if (!existsSync(target)) fail("FILE_NOT_FOUND", `Could not run: Could not find file ${target}`);
  return isSite(target) ? siteDirectory(target, settings) : configured(settings, resolve(target));
}

/** The directory that arguments name when it is all they name and it is a site. */
export function siteNamedBy(targets: readonly string[]): string | undefined {
  const [target, ...more] = targets;
  const isDirectory = statSync(target ?? "", { throwIfNoEntry: false })?.isDirectory() === true;
  return more.length === 0 && isDirectory && isSite(target!) ? target : undefined;
}

/** Whether a directory is laid out as an environment: manifests in it, beside modules and data. */
function isSite(path: string): boolean {
  return statSync(path).isDirectory() && existsSync(join(path, "manifests"));
}

function siteDirectory(path: string, settings: Settings): Environment {
  return directoryEnvironment(settings.text("environment"), path, moduleOptions(settings));
}

/** The environment that the settings name, with a manifest in place of its own when one is given. */
function configured(settings: Settings, manifest?: string): Environment {
  const name = settings.text("environment");
  const environmentpath = settings.paths("environmentpath");
  const options = { ...moduleOptions(settings), ...(manifest === undefined ? {} : { manifest }) };
  const found = findEnvironment(name, environmentpath, options);
  if (found) return found;
  if (name !== "production" && !settings.isSet("modulepath")) {
    const where = environmentpath.join(":");
    fail(
      "NO_ENVIRONMENT",
      `Could not find a directory environment named '${name}' anywhere in the path: ${where}`,
    );
  }
  const modulepath = options.modulepath ?? options.basemodulepath;
  return new DirectoryEnvironment({ name, modulepath, manifest });
}

function moduleOptions(settings: Settings) {
  const modulepath = settings.isSet("modulepath") ? { modulepath: settings.paths("modulepath") } : {};
  return { basemodulepath: settings.paths("basemodulepath"), ...modulepath };
}

/** The global hiera.yaml: as set, else in the confdir, else in the codedir. */
export function globalHieraConfig(settings: Settings): string {
  const set = settings.get("hiera_config");
  if (set !== undefined) return set;
  const beside = join(settings.text("confdir"), "hiera.yaml");
  return existsSync(beside) ? beside : join(settings.text("codedir"), "hiera.yaml");
}
