import { type ConfigPath, configPlace } from "./config-source.ts";
import type { HieraConfig } from "./hiera-config.ts";

/** Fail because two entries (or backends) of a configuration have one name. */
export function duplicateName(
  config: HieraConfig,
  what: "Hierarchy" | "Backend",
  name: string,
  first: ConfigPath,
  second: ConfigPath,
): never {
  const { line } = configPlace(config.source, first);
  const start = what === "Hierarchy" ? `Hierarchy name '${name}' defined` : `Backend '${name}' is defined`;
  const place = configPlace(config.source, second);
  const earlier = line === undefined || line === place.line ? "" : ` First defined at (line: ${line})`;
  const code =
    what === "Hierarchy" ? "HIERA_HIERARCHY_NAME_MULTIPLY_DEFINED" : "HIERA_BACKEND_MULTIPLY_DEFINED";
  return config.fail(code, `${start} more than once.${earlier}`, place);
}
