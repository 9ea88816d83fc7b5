import { type Host, outputOf, perHost } from "../host.ts";

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/VirtualBox/, "virtualbox"],
  [/XenSource/, "xenhvm"],
  [/Microsoft Corporation Hyper-V/, "hyperv"],
  [/Class 8007: Google, Inc/, "gce"],
  [/VM[wW]are/, "vmware"],
  [/1ab8:/, "parallels"],
  [/[Pp]arallels/, "parallels"],
  [/virtio/i, "kvm"],
];

/** What the PCI devices tell of the machine's hypervisor. */
export const lspciVirtual = perHost((host: Host): string | undefined => {
  for (const line of outputOf(host, "lspci").split("\n")) {
    const mark = MARKS.find(([pattern]) => pattern.test(line));
    if (mark) return mark[1];
  }
  return undefined;
});
