import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fail } from "../diagnostics/failure.ts";
import type { Log } from "../diagnostics/log.ts";
import {
  DirectoryEnvironment,
  directoryEnvironment,
  findEnvironment,
} from "../modules/directory-environment.ts";
import type { Environment } from "../modules/environment.ts";
import type { Settings } from "../settings/settings.ts";
import { sourceOf } from "../source/read.ts";
import type { SiteRequest } from "./request.ts";

/** What is to be compiled: an environment, and code that takes the place of its manifests. */
export interface Site {
  readonly environment: Environment;
  readonly code: string | undefined;
}

/**
 * The site that is asked for: code, in the configured environment; a manifest or a directory of manifests there; a
 * directory with `manifests/` in it, which is an environment itself; else the current directory if it is such a site.
 */
export function openSite({ target, code, settings, log }: SiteRequest): Site {
  const environment =
    code === undefined ? openEnvironment(target, settings, log.log) : configured(settings, log.log);
  return { environment, code };
}

/** The text of standard input, in place of manifests. */
export function standardInput(): string {
  return sourceOf(readFileSync(0)).text;
}

/** The environment of a site directory or a manifest; without one, of the current directory or of the settings. */
export function openEnvironment(target: string | undefined, settings: Settings, log?: Log): Environment {
  if (target === undefined)
    return isSite(".") ? siteDirectory(".", settings, log) : configured(settings, log);
  if (!existsSync(target)) fail("FILE_NOT_FOUND", `Could not run: Could not find file ${target}`);
  return isSite(target) ? siteDirectory(target, settings, log) : configured(settings, log, resolve(target));
}

/** The directory that arguments name when it is all they name and it is a site. */
export function siteNamedBy(targets: readonly string[]): string | undefined {
  const [target, ...more] = targets;
  const isDirectory = statSync(target ?? "", { throwIfNoEntry: false })?.isDirectory() === true;
  return more.length === 0 && isDirectory && isSite(target!) ? target : undefined;
}

/** Whether a directory is laid out as an environment: manifests in it, beside modules and data. */
export function isSite(path: string): boolean {
  return statSync(path).isDirectory() && existsSync(join(path, "manifests"));
}

function siteDirectory(path: string, settings: Settings, log: Log | undefined): Environment {
  return directoryEnvironment(settings.text("environment"), path, { ...moduleOptions(settings), log });
}

/** The environment that the settings name, with a manifest in place of its own when one is given. */
export function configured(settings: Settings, log?: Log, manifest?: string): Environment {
  const name = settings.text("environment");
  const environmentpath = settings.paths("environmentpath");
  const options = { ...moduleOptions(settings), log, ...(manifest === undefined ? {} : { manifest }) };
  const found = findEnvironment(name, environmentpath, options);
  if (found) return found;
  if (name !== "production") {
    const where = environmentpath.join(":");
    fail(
      "NO_ENVIRONMENT",
      `Could not find a directory environment named '${name}' anywhere in the path: ${where}`,
    );
  }
  const modulepath = options.modulepath ?? options.basemodulepath;
  return new DirectoryEnvironment({ name, modulepath, manifest: options.manifest, log });
}

function moduleOptions(settings: Settings) {
  return {
    basemodulepath: settings.paths("basemodulepath"),
    defaultManifest: settings.text("default_manifest"),
    onlyDefaultManifest: settings.isOn("disable_per_environment_manifest"),
    ...(settings.isSet("modulepath") ? { modulepath: settings.paths("modulepath") } : {}),
    ...(settings.isSet("manifest") ? { manifest: settings.text("manifest") } : {}),
  };
}
