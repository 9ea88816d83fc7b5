import { CONFIG_FILE, configText } from "../config-file.ts";
import { type BootPlan, PROGRAM, UNIT } from "./plan.ts";
import { systemdUnit } from "./systemd-unit.ts";
import { yamlQuoted } from "./yaml-quoted.ts";

interface WrittenFile {
  readonly path: string;
  readonly content: string;
}

/** User-data as a cloud-config: the options and the unit are written, and the unit is started and waited for. */
export function cloudConfig(plan: BootPlan): string {
  const files: WrittenFile[] = [
    { path: CONFIG_FILE, content: configText(plan.settings) },
    ...plan.trusted.map(({ name, content }) => ({ path: `/etc/nostrings/trusted.d/${name}`, content })),
    { path: `/etc/systemd/system/${UNIT}`, content: systemdUnit(plan, false) },
  ];
  const commands = [
    ...(plan.executable ? [fetchProgram(plan.executable)] : []),
    "systemctl daemon-reload",
    `systemctl enable ${UNIT}`,
    `systemctl restart ${UNIT}`,
  ];
  return `#cloud-config
write_files:
${files.map(fileEntry).join("")}runcmd:
${commands.map((command) => `  - ${yamlQuoted(command)}\n`).join("")}`;
}

function fileEntry({ path, content }: WrittenFile): string {
  return `  - path: ${yamlQuoted(path)}\n    content: ${blockOrQuoted(content)}`;
}

/** Lines that people can read; in quotes where a block of YAML would not be what it looks like. */
function blockOrQuoted(content: string): string {
  const text = `${content.trimEnd()}\n`;
  const isPlain = /^[\x20-\x7e\n]*$/.test(text) && !/^[ \n]| $/m.test(text.replaceAll(/\n\n+/g, "\n"));
  if (!isPlain) return `${yamlQuoted(text)}\n`;
  const lines = text.slice(0, -1).split("\n");
  return `|\n${lines.map((line) => (line === "" ? "\n" : `      ${line}\n`)).join("")}`;
}

/** The program is moved into place once its sum is right. */
function fetchProgram({ url, sha256 }: NonNullable<BootPlan["executable"]>): string {
  const part = `${PROGRAM}.part`;
  const from = shellWord(url);
  const got = `{ curl -fsSL --retry 10 --retry-all-errors -o ${part} ${from} || wget -q --tries=10 -O ${part} ${from}; }`;
  return `${got} && echo '${sha256}  ${part}' | sha256sum -c - && chmod 755 ${part} && mv ${part} ${PROGRAM}`;
}

function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
