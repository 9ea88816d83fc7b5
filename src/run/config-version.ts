import { fail } from "../diagnostics/failure.ts";
import { ask } from "../machine/capture.ts";
import type { Settings } from "../settings/settings.ts";

/** What the command `config_version` prints, which the catalog is known by; undefined when there is none. */
export function configVersion(settings: Settings): string | undefined {
  const command = settings.text("config_version");
  if (command === "") return undefined;
  const { code, output, errors, trouble } = ask(["/bin/sh", "-c", command]);
  if (code === 0 && trouble === undefined) return output.trim();
  const why = `Execution of '${command}' returned ${code}: ${trouble ?? errors.trim()}`;
  return fail("CONFIG_VERSION", `Execution of config_version command \`${command}\` failed: ${why}`);
}
