import type { Machine } from "../../machine/machine.ts";
import { groupId, userId } from "../../machine/perform.ts";
import type { WantedOf } from "../define.ts";
import type { Surroundings } from "../surroundings.ts";
import { contentOf, FileContent, sumOfFile } from "./content.ts";
import type { file } from "./file.ts";
import { forDirectory } from "./mode.ts";
import { pathOf } from "./path-of.ts";
import { type FoundSource, firstSource, lookAt, noSource } from "./source.ts";
import { isWeb, lookAtWeb } from "./web-source.ts";

/** A file as its provider sees it. */
export type WantedFile = WantedOf<typeof file>;

/** What the machine and the source add to what is wanted: contents, checksums, names of accounts. */
export function expectFile(
  wanted: WantedFile,
  machine: Machine,
  around: Surroundings,
): WantedFile | Promise<WantedFile> {
  if (wanted.source?.some(isWeb)) return withWeb(wanted, wanted.source, machine, around);
  return completed(wanted, machine, around);
}

/** The first source that is there; those on web servers are asked for one after another. */
async function withWeb(
  wanted: WantedFile,
  sources: readonly string[],
  machine: Machine,
  around: Surroundings,
): Promise<WantedFile> {
  for (const source of sources) {
    const found = isWeb(source) ? await fromWeb(source, wanted, machine) : undefined;
    if (found !== undefined) return completed({ ...wanted, ...found, source: undefined }, machine, around);
    if (!isWeb(source) && lookAt(source, wanted.links, machine, around) !== undefined)
      return completed({ ...wanted, source: [source] }, machine, around);
  }
  throw noSource(sources, around);
}

/** With a checksum of its own a file is not asked about before it is fetched. */
async function fromWeb(
  source: string,
  { checksum, checksum_value: value, ensure }: WantedFile,
  machine: Machine,
): Promise<Partial<WantedFile> | undefined> {
  if (ensure === "absent") return {};
  if (value !== undefined)
    return { ensure: "file", content: new FileContent({ download: source }, `{${checksum}}${value}`) };
  const found = await lookAtWeb(source, checksum, machine);
  return found && { ensure: "file", content: found.content, checksum: found.checksum as typeof checksum };
}

function completed(wanted: WantedFile, machine: Machine, around: Surroundings): WantedFile {
  const expected: { -readonly [N in keyof WantedFile]: WantedFile[N] } = { ...wanted };
  if (wanted.recurse === "true" && wanted.target !== undefined) expected.ensure = "directory";
  if (wanted.source !== undefined)
    Object.assign(expected, fromSource(wanted, firstSource(wanted, machine, around), machine));
  else if (wanted.content?.sum === "") expected.content = contentOf(bytesOf(wanted.content), wanted.checksum);
  if (!machine.root && cannotGive(expected.owner, wanted, machine, around)) expected.owner = undefined;
  expected.owner = nameOf(expected.owner, (owner) => machine.userOf(userId(machine, owner)!));
  expected.group = nameOf(expected.group, (group) => machine.groupOf(groupId(machine, group)!));
  if (
    expected.mode !== undefined &&
    wanted.ensure !== "file" &&
    gainsFromDirectory(expected.mode) &&
    machine.stat(pathOf(wanted))?.kind === "directory"
  ) {
    expected.mode = forDirectory(expected.mode);
  }
  return expected;
}

/** Only the superuser can give files away: for others every owner will do. */
function cannotGive(
  owner: string | undefined,
  wanted: WantedFile,
  machine: Machine,
  around: Surroundings,
): boolean {
  if (owner === undefined) return false;
  const uid = /^\d+$/.test(owner) ? Number(owner) : machine.uidOf(owner);
  if (uid === undefined) return false;
  const is = machine.lstat(pathOf(wanted))?.uid ?? machine.uid;
  if (is !== uid) around.warnOnce("Cannot manage ownership unless running as root");
  return true;
}

/** Most modes mean the same for directories: then there is no need to look. */
function gainsFromDirectory(mode: string): boolean {
  return forDirectory(mode) !== mode;
}

function bytesOf({ bytes }: FileContent): Uint8Array {
  return bytes instanceof Uint8Array ? bytes : new Uint8Array();
}

/** The name of an account given by name or number; as given when it has none (yet). */
function nameOf(
  account: string | undefined,
  look: (account: string) => string | undefined,
): string | undefined {
  if (account === undefined || !/^\d+$/.test(account)) return account;
  return look(account) ?? account;
}

function fromSource(wanted: WantedFile, found: FoundSource, machine: Machine): Partial<WantedFile> {
  const { stat, path } = found;
  const permissions = permissionsFrom(wanted, found, machine);
  if (wanted.ensure === "absent") return permissions;
  if (stat.kind === "directory") return { ...permissions, ensure: "directory" };
  if (stat.kind === "link") return { ...permissions, ensure: "link", target: machine.readlink(path) };
  return { ...permissions, ensure: "file", content: copyOf(wanted, found, machine) };
}

function copyOf(
  { checksum, checksum_value: value }: WantedFile,
  { path, stat }: FoundSource,
  machine: Machine,
): FileContent {
  const sum = value === undefined ? sumOfFile(path, stat, checksum, machine) : `{${checksum}}${value}`;
  return new FileContent({ copyOf: path }, sum);
}

/** Owner, group and mode of the source, where they are asked for and nothing else is said. */
function permissionsFrom(wanted: WantedFile, { stat }: FoundSource, machine: Machine): Partial<WantedFile> {
  const { source_permissions: use, owner, group, mode } = wanted;
  if (use === "ignore" || (use === "use_when_creating" && machine.stat(pathOf(wanted)) !== undefined))
    return {};
  return {
    ...(machine.root ? { owner: owner ?? String(stat.uid), group: group ?? String(stat.gid) } : {}),
    ...(machine.root ? { mode: mode ?? stat.mode.toString(8) } : {}),
  };
}
