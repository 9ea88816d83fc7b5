import { contentOf, type Fields, linesOf } from "../records/entries.ts";
import { plainFiles } from "../records/plain-file.ts";
import { recordProvider } from "../records/record-provider.ts";
import { ALIASES } from "./mailalias.ts";

/** Commas that are not within double quotes. */
const BETWEEN_RECIPIENTS = /\s*,\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/;

/** Entries of /etc/aliases. */
export const aliasesFile = recordProvider({
  name: "aliases",
  format: {
    read: (text) => logicalLines(text).map((raw) => ({ raw, fields: readAlias(raw) })),
    write: writeAlias,
  },
  place: plainFiles(),
  target: ALIASES,
  states: ["recipient", "file"],
  /** Puppet compares the file of an entry only when it has one. */
  asWantedWhenMissing: ["file"],
});

/** Lines, each with those after it that begin with a blank and so continue it (aliases(5)). */
function logicalLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const raw of linesOf(text)) {
    const before = lines.at(-1);
    const continues = /^[ \t]+[^\s#]/.test(raw) && before !== undefined && /^[^#\s]/.test(before);
    if (continues) lines[lines.length - 1] = before + raw;
    else lines.push(raw);
  }
  return lines;
}

function readAlias(raw: string): Fields | undefined {
  if (/^#|^\s*$/.test(raw)) return undefined;
  const line = linesOf(raw).map(contentOf).join("");
  const at = line.indexOf(":");
  if (at < 0) return undefined;
  const name = line.slice(0, at).trim();
  const [, , include, ...file] = line.split(":");
  if (include?.trim() === "include" && file.length > 0) return { name, file: file.join(":").trim() };
  const recipients = line
    .slice(at + 1)
    .trim()
    .split(BETWEEN_RECIPIENTS);
  return { name, recipient: recipients.map((one) => one.replace(/^['"]|['"]$/g, "")) };
}

function writeAlias({ name, recipient, file }: Fields): string {
  if (Array.isArray(recipient)) return `${name}: ${recipient.map(quotedRecipient).join(",")}`;
  if (file !== undefined) return `${name}: :include: ${file}`;
  throw new Error("recipient or file is a required attribute for mail aliases");
}

function quotedRecipient(recipient: string): string {
  return /[^-+\w@.]/.test(recipient) ? `"${recipient}"` : recipient;
}
