import { type Fields, lineFormat } from "../records/entries.ts";

const OPTIONAL = ["fstype", "options", "dump", "pass"] as const;

/** Lines of fstab(5), blanks in the names of devices and directories written as \040. */
export const fstabFormat = lineFormat(readLine, writeLine);

function readLine(line: string): Fields | undefined {
  if (/^\s*(#|$)/.test(line)) return undefined;
  const [device, name, fstype, options, dump, ...pass] = line.trim().split(/\s+/);
  if (device === undefined || name === undefined) return undefined;
  return {
    device: device.replaceAll("\\040", " "),
    name: name.replaceAll("\\040", " ").replace(/^(.+?)\/*$/, "$1"),
    fstype,
    options,
    dump,
    pass: pass.length === 0 ? undefined : pass.join("\t"),
  };
}

function writeLine(fields: Fields): string {
  const { device, name } = fields;
  if (fields.fstype === undefined) throw new Error(`Mount[${name}]: Field 'fstype' is required`);
  if (device === undefined) throw new Error("Field 'device' is required");
  const names = [device, name].map((text) => String(text).replaceAll(" ", "\\040"));
  const written: Fields = { ...fields, options: fields.options ?? "defaults" };
  return [...names, ...OPTIONAL.map((field) => written[field] ?? "")].join("\t");
}
