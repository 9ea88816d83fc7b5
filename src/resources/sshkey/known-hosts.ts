import { type Fields, lineFormat } from "../records/entries.ts";
import { plainFiles } from "../records/plain-file.ts";
import { recordProvider } from "../records/record-provider.ts";
import { KNOWN_HOSTS } from "./sshkey.ts";

const MODE_OF_NEW = 0o644;

/** Entries of ssh_known_hosts (sshd(8)): names with commas between them, a type, a key and perhaps a comment. */
export const knownHosts = recordProvider({
  name: "parsed",
  format: lineFormat(readLine, writeLine),
  place: plainFiles(MODE_OF_NEW),
  target: KNOWN_HOSTS,
  states: ["key", "host_aliases"],
  nameOf: ({ name, type }) => `${name}@${type}`,
  fieldsOf: ({ name, type, key, host_aliases }) => ({
    name: name.slice(0, name.indexOf("@")),
    type: type as string | undefined,
    key: key as string | undefined,
    host_aliases: host_aliases as readonly string[] | undefined,
  }),
});

function readLine(line: string): Fields | undefined {
  if (/^#|^\s*$/.test(line)) return undefined;
  const [names = "", type, ...key] = line.split(/\s+/);
  if (type === undefined || key.length === 0) return undefined;
  const [name, ...aliases] = names.split(",");
  return { name, type, key: key.join(" ").trimEnd(), host_aliases: aliases };
}

function writeLine({ name, type, key, host_aliases }: Fields): string {
  if (!type) throw new Error("Field 'type' is required");
  if (key === undefined) throw new Error("Field 'key' is required");
  const aliases = (host_aliases ?? []) as readonly string[];
  return `${[name, ...aliases].join(",")} ${type} ${key}`;
}
