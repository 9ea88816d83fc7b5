import { type Host, outputOf, perHost } from "../host.ts";
import { container } from "./container.ts";
import { dmi } from "./dmi.ts";
import { lspciVirtual } from "./lspci.ts";
import { openVz } from "./openvz.ts";
import { virtWhat, vserver } from "./virt-what.ts";
import { xen } from "./xen.ts";

const PRODUCTS: readonly (readonly [string, string])[] = [
  ["VMware", "vmware"],
  ["VirtualBox", "virtualbox"],
  ["Parallels", "parallels"],
  ["KVM", "kvm"],
  ["Virtual Machine", "hyperv"],
  ["RHEV Hypervisor", "rhev"],
  ["oVirt Node", "ovirt"],
  ["HVM domU", "xenhvm"],
  ["Bochs", "bochs"],
  ["OpenBSD", "vmm"],
  ["BHYVE", "bhyve"],
];

/** Words for a machine that is not virtual, although it may run virtual ones. */
const PHYSICAL = ["physical", "xen0", "vmware_server", "vmware_workstation", "openvzhn", "vserver_host"];

/** What this machine runs on, in Facter's words and its order of asking (virtual_detector.rb). */
export const virtual = perHost((host: Host): string => {
  return (
    container(host)?.kind ??
    (dmi(host, "bios_vendor")?.includes("Google") ? "gce" : undefined) ??
    virtWhat(host) ??
    vmware(host) ??
    openVz(host)?.kind ??
    vserver(host) ??
    xen(host).kind ??
    fromFirmware(host) ??
    lspciVirtual(host) ??
    "physical"
  );
});

/** Whether that makes it virtual. */
export function isVirtual(host: Host): boolean {
  return !PHYSICAL.includes(virtual(host));
}

/** The hypervisor a product name of the firmware stands for; the name itself when none is known. */
export function hypervisorByProduct(host: Host): string | undefined {
  const product = dmi(host, "product_name");
  return PRODUCTS.find(([mark]) => product?.includes(mark))?.[1] ?? product;
}

function fromFirmware(host: Host): string | undefined {
  if (dmi(host, "bios_vendor")?.includes("Amazon EC2")) return "kvm";
  const known = hypervisorByProduct(host);
  return known === dmi(host, "product_name") ? undefined : known;
}

function vmware(host: Host): string | undefined {
  const words = outputOf(host, "vmware", "-v").trim().split(/\s+/);
  return words.length === 2 ? words.join("_").toLowerCase() : undefined;
}
