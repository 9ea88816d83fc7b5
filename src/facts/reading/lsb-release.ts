import { type Host, outputOf, perHost } from "../host.ts";

/** What `lsb_release -a` says, by lower-case key with underscores; nothing when it is not installed. */
export const lsbRelease = perHost((host: Host): Readonly<Record<string, string>> => {
  const pairs: Record<string, string> = {};
  for (const line of outputOf(host, "lsb_release", "-a").replaceAll("\t", "").split("\n")) {
    const at = line.indexOf(":");
    if (at > 0) pairs[line.slice(0, at).toLowerCase().replaceAll(/\s/g, "_")] = line.slice(at + 1);
  }
  return pairs;
});
