import type { Machine } from "../../machine/machine.ts";

/** Exit codes of `invoke-rc.d --query`: it would be started, or nothing is known but the links. */
const WOULD_START = [104, 106];
const UNKNOWN = [101, 105];
/** Runlevels 2 to 5. */
const USUAL_LINKS = 4;

/** Whether Debian starts an init script at boot. */
export async function enabledBySysv(name: string, machine: Machine): Promise<boolean> {
  const argv = ["/usr/sbin/invoke-rc.d", "--quiet", "--query", name, "start"];
  const { code } = await machine.run({ argv });
  if (WOULD_START.includes(code)) return true;
  return UNKNOWN.includes(code) && startLinks(name.replace(/\.service.*/, ""), machine) >= USUAL_LINKS;
}

function startLinks(name: string, machine: Machine): number {
  const runlevels = ["0", "1", "2", "3", "4", "5", "6", "S"].map((level) => `/etc/rc${level}.d`);
  const links = runlevels
    .filter((folder) => machine.stat(folder))
    .flatMap((folder) => machine.readdir(folder));
  return links.filter((link) => /^S../.test(link) && link.slice(3) === name).length;
}
