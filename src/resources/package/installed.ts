import type { Machine } from "../../machine/machine.ts";
import type { Instance } from "../define.ts";

// biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own
const FORMAT = "${db:Status-Status} ${Package} ${Version}\\n";

/** The packages that dpkg has, by name. */
export async function installedPackages(machine: Machine): Promise<readonly Instance[]> {
  const { output } = await machine.run({ argv: ["dpkg-query", "-W", "-f", FORMAT], apart: true });
  return output.split("\n").flatMap((line) => {
    const [status, name, version] = line.split(" ");
    return status === "installed" && name !== undefined ? [{ name, state: { ensure: version } }] : [];
  });
}
