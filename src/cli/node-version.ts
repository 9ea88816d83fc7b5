import metadata from "../../package.json" with { type: "json" };

/** Why this Node.js cannot run the program, by its version; undefined when it can (package.json, `engines`). */
export function unsupportedNode(version: string): string | undefined {
  const needed = metadata.engines.node.replace(">=", "");
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [leastMajor = 0, leastMinor = 0] = needed.split(".").map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return `nostrings needs Node.js ${needed} or later; this is ${version}`;
}
