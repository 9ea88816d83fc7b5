import { type Host, outputOf, perHost } from "../host.ts";

/** One line of /proc/self/mounts. */
export interface Mount {
  readonly device: string;
  readonly path: string;
  readonly filesystem: string;
  readonly options: readonly string[];
}

/** What is mounted, without the kernel's own file systems below /proc and /sys. */
export const mounts = perHost((host: Host): readonly Mount[] => {
  const table = host.read("/etc/mtab") ?? host.read("/proc/self/mounts") ?? "";
  return table
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => mount(host, line))
    .filter(({ path, filesystem }) => !hidden(path, filesystem));
});

function mount(host: Host, line: string): Mount {
  const [device = "", path = "", filesystem = "", options = ""] = line.split(" ").map(unescapeOctal);
  return {
    device: device === "/dev/root" ? (rootDevice(host) ?? device) : device,
    path,
    filesystem,
    options: options.split(",").map((option) => option.trim()),
  };
}

function hidden(path: string, filesystem: string): boolean {
  return (/^\/(proc|sys)/.test(path) && filesystem !== "tmpfs") || filesystem === "autofs";
}

/** Blanks in paths are written `\040` (getmntent(3)). */
function unescapeOctal(field: string): string {
  return field.replaceAll(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}

/** What /dev/root is, according to the kernel's command line. */
function rootDevice(host: Host): string | undefined {
  const root = /root=(\S+)/.exec(host.read("/proc/cmdline") ?? "")?.[1];
  if (!root?.includes("=")) return root;
  const id = root.split("=").at(-1) ?? "";
  const line = outputOf(host, "blkid")
    .split("\n")
    .find((entry) => entry.includes(id));
  return line?.split(":")[0] ?? root;
}
