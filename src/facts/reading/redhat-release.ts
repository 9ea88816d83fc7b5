import { type Host, perHost } from "../host.ts";

/** What /etc/redhat-release says. */
export interface RedHatRelease {
  readonly description: string;
  readonly codename: string | undefined;
  readonly distributor: string;
  readonly name: string;
  readonly version: string | undefined;
}

export const redHatRelease = perHost((host: Host): RedHatRelease | undefined => {
  const text = host.read("/etc/redhat-release");
  if (text === undefined) return undefined;
  const [title = "", rest = ""] = text.split("release").map((part) => part.trim());
  const words = title.split(/\s+/).filter((word) => word.toLowerCase() !== "linux");
  return {
    description: text.trim(),
    codename: /release.*\((.+)\)/.exec(text)?.[1],
    distributor: words.join(""),
    name: words.slice(0, 2).join(""),
    version: rest.split(/\s+/)[0] || undefined,
  };
});
