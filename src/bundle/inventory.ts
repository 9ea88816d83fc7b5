import { fail } from "../diagnostics/failure.ts";
import { entryPath } from "./entry-path.ts";

/** The folder of an archive that is about the bundle itself. */
export const FOLDER = ".nostrings";
/** The first entry of a bundle. */
export const INVENTORY = `${FOLDER}/inventory.json`;
/** The second entry of a signed bundle: a detached OpenPGP signature of the inventory's bytes. */
export const SIGNATURE = `${INVENTORY}.asc`;

const FORMAT = "nostrings-bundle";
const VERSION = 1;

/** A file of a bundle, as the inventory has it. */
export interface ListedFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly executable: boolean;
}

/** What the files of a bundle are to the compiler. Paths are relative to the bundle. */
export interface BundledSite {
  readonly environment: string;
  readonly modulepath: readonly string[];
  /** The manifest or the directory of manifests. */
  readonly manifest: string;
}

/** All that is in a bundle, in the order of the archive. */
export interface Inventory {
  readonly site: BundledSite;
  readonly files: readonly ListedFile[];
}

/** An inventory as JSON, a line for each file, so that people and `diff` can read it. */
export function writeInventory({ site, files }: Inventory): string {
  const head = { format: FORMAT, version: VERSION, ...site };
  const lines = files.map((file) => `    ${JSON.stringify(file)}`);
  const start = JSON.stringify(head, undefined, 2).replace(/\n}$/, "");
  return `${start},\n  "files": [\n${lines.join(",\n")}\n  ]\n}\n`;
}

/** Read an inventory, believing nothing; fails when it is not one. */
export function readInventory(text: string, archive: string): Inventory {
  const data = parsed(text, archive);
  const { format, version, environment, modulepath, manifest, files } = data;
  if (format !== FORMAT) bad(archive, "it is something else");
  if (version !== VERSION) {
    fail(
      "BUNDLE_VERSION",
      `${archive}: The bundle has version ${JSON.stringify(version)}; this program reads version ${VERSION}`,
      "Make it with this version of nostrings, or update this one.",
    );
  }
  if (typeof environment !== "string" || !/^\w+$/.test(environment)) bad(archive, "no environment");
  if (!isTexts(modulepath)) bad(archive, "no modulepath");
  if (typeof manifest !== "string") bad(archive, "no manifest");
  if (!Array.isArray(files)) bad(archive, "no files");
  const path = (text: string) => entryPath(text, archive);
  return {
    site: { environment, modulepath: modulepath.map(path), manifest: path(manifest) },
    files: files.map((file) => listedFile(file, archive)),
  };
}

function parsed(text: string, archive: string): Record<string, unknown> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    bad(archive, "it is not JSON");
  }
  return isObject(data) ? data : bad(archive, "it is not an object");
}

function listedFile(data: unknown, archive: string): ListedFile {
  if (!isObject(data)) bad(archive, "a file is not an object");
  const { path, sha256, size, executable } = data;
  if (typeof path !== "string" || entryPath(path, archive) !== path || path === "")
    bad(archive, "a file's path");
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) bad(archive, "a file's sha256");
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) bad(archive, "a file's size");
  if (typeof executable !== "boolean") bad(archive, "a file's mode");
  return { path, sha256, size, executable };
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function isTexts(data: unknown): data is string[] {
  return Array.isArray(data) && data.every((member) => typeof member === "string");
}

function bad(archive: string, what: string): never {
  fail("BUNDLE_BAD_INVENTORY", `${archive}: The inventory cannot be read: ${what}`);
}
