import { join } from "node:path";
import type { Value } from "../../values/value.ts";
import type { Host } from "../host.ts";
import { factsInFile } from "./facts-file.ts";

const SYSTEM_FOLDERS = [
  "/etc/puppetlabs/facter/facts.d",
  "/etc/facter/facts.d",
  "/opt/puppetlabs/facter/facts.d",
];
const USER_FOLDERS = [".facter/facts.d", ".puppetlabs/opt/facter/facts.d"];

/** Where external facts are looked for when nobody says otherwise. */
export function defaultFolders(host: Host): string[] {
  if (host.user.uid === 0n) return SYSTEM_FOLDERS;
  const home = host.env.HOME;
  return home === undefined ? [] : USER_FOLDERS.map((folder) => join(home, folder));
}

/**
 * The facts of facts.d folders. Of facts with one name the first wins: earlier folders before later ones, and
 * within a folder the file whose name sorts last (directory_loader.rb). Names are lower case.
 */
export function externalFacts(host: Host, folders: readonly string[]): Map<string, Value> {
  const facts = new Map<string, Value>();
  for (const path of folders.flatMap((folder) => filesIn(host, folder))) {
    for (const [name, value] of factsInFile(host, path)) {
      const known = String(name).toLowerCase();
      if (!facts.has(known) && value !== null) facts.set(known, value);
    }
  }
  return facts;
}

function filesIn(host: Host, folder: string): string[] {
  return [...host.list(folder)]
    .filter((name) => !name.startsWith("."))
    .reverse()
    .map((name) => join(folder, name));
}

/** Facts from the environment: `FACTER_role=web` is the fact `role`; they win over facts from files. */
export function environmentFacts(host: Host): Map<string, Value> {
  const facts = new Map<string, Value>();
  for (const [variable, value] of Object.entries(host.env)) {
    const name = /^facter_?(\w+)$/i.exec(variable)?.[1];
    if (name !== undefined && value !== undefined) facts.set(name.toLowerCase(), value);
  }
  return facts;
}
