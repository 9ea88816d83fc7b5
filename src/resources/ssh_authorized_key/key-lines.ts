import { contentOf, type Entry, type Fields, linesOf, type RecordFormat } from "../records/entries.ts";
import { USER_KEY_TYPES } from "./ssh-authorized-key.ts";

const TYPES = USER_KEY_TYPES.map((type) => type.replaceAll(".", "\\.")).join("|");

/** Options, type, key and comment of a line of authorized_keys (sshd(8)). */
export const KEY_LINE = new RegExp(`^(?:(.+)\\s+)?(${TYPES})\\s+([^ ]+)\\s*(.*)$`);

/** Lines of authorized_keys. A key without a comment gets a name to be known by, which is not written. */
export const keyLines: RecordFormat = { read: readKeys, write: writeKey };

function readKeys(text: string, target: string): readonly Entry[] {
  let unnamed = 0;
  return linesOf(text).map((raw) => {
    const fields = readKey(contentOf(raw));
    if (fields === undefined || fields.name !== "") return { raw, fields };
    unnamed += 1;
    return { raw, fields: { ...fields, name: `${target}:unnamed-${unnamed}`, unnamed: "true" } };
  });
}

function readKey(line: string): Fields | undefined {
  if (/^\s*(#|$)/.test(line)) return undefined;
  const [, options, type, key, name] = KEY_LINE.exec(line) ?? [];
  if (key === undefined) return undefined;
  return { options: options === undefined ? undefined : parseOptions(options), type, key, name };
}

/** The options of a key up to the first that cannot be read. */
function parseOptions(text: string): readonly string[] {
  const options: string[] = [];
  const next = /[ \t]*([-a-z0-9A-Z_]+=".*?[^\\]"|[-a-z0-9A-Z_]+)(?:[ \t]*,[ \t]*)?/y;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) options.push(match[1]!);
  return options;
}

function writeKey({ options = [], type, key, name, unnamed }: Fields): string {
  if (type === undefined) throw new Error("Field 'type' is required");
  if (key === undefined) throw new Error("Field 'key' is required");
  const given = (options as readonly string[]).filter((option) => option !== "absent").join(",");
  return `${given} ${type} ${key} ${unnamed === undefined ? name : ""}`.trimStart();
}
