import { type Host, perHost } from "../host.ts";

/** /etc/os-release by lower-case key, adjusted as Facter does (os_release.rb). */
export const osRelease = perHost((host: Host): Readonly<Record<string, string>> => {
  const pairs: Record<string, string> = {};
  for (const line of (host.read("/etc/os-release") ?? "").split("\n")) {
    const [key, value] = split(line.trim().replaceAll('"', ""));
    if (key !== "" && value !== undefined) pairs[key.toLowerCase()] = value;
  }
  if (pairs.name) pairs.name = osName(pairs.name);
  if (pairs.version_id && !pairs.version_id.includes(".")) pairs.version_id += ".0";
  if (pairs.id && /opensuse/i.test(pairs.id)) pairs.id = "opensuse";
  return pairs;
});

function split(line: string): [string, string | undefined] {
  const at = line.indexOf("=");
  return at < 0 ? [line, undefined] : [line.slice(0, at), line.slice(at + 1)];
}

function osName(name: string): string {
  const words = name.split(" ").filter((word) => word !== "");
  const joined = shortName(name.toLowerCase(), words);
  const lower = joined.toLowerCase();
  if (/^(arch|manjaro)/.test(lower)) return capitalize(joined);
  return lower.startsWith("virtuozzo") ? `${joined}Linux` : joined;
}

function shortName(lower: string, words: readonly string[]): string {
  if (/^(red|oracle|arch|manjaro)/.test(lower)) return words.slice(0, 2).join("");
  return (lower.endsWith("mariner") ? words.at(-1) : words[0]) ?? "";
}

/** First letter upper case, the rest lower case (Ruby's `capitalize`). */
export function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
}
