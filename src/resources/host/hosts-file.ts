import { type Fields, lineFormat } from "../records/entries.ts";
import { plainFiles } from "../records/plain-file.ts";
import { recordProvider } from "../records/record-provider.ts";
import { HOSTS } from "./host.ts";

/** An address, a name of two characters or more, aliases, a comment: as Puppet reads hosts(5). */
const LINE = /^([0-9a-f:]\S+)\s+([^#\s+]\S+)\s*(.*?)(?:\s*#\s*(.*))?$/;

/** Entries of /etc/hosts. */
export const hostsFile = recordProvider({
  name: "parsed",
  format: lineFormat(readLine, writeLine),
  place: plainFiles(),
  target: HOSTS,
  states: ["ip", "host_aliases", "comment"],
  suits: (machine) => machine.exists(HOSTS),
});

function readLine(line: string): Fields | undefined {
  const [, ip, name, aliases, comment = ""] = LINE.exec(line) ?? [];
  if (ip === undefined) return undefined;
  return { ip, name, host_aliases: aliases ? aliases.split(/\s+/) : undefined, comment };
}

function writeLine({ ip, name, host_aliases, comment }: Fields): string {
  if (ip === undefined) throw new Error("ip is a required attribute for hosts");
  const aliases = host_aliases === undefined ? "" : `\t${[host_aliases].flat().join(" ")}`;
  return `${ip}\t${name}${aliases}${comment ? `\t# ${comment}` : ""}`;
}
