import { type Collect, type Collectors, type FactFamily, structuredIfAny } from "../family.ts";
import { type Host, outputOf } from "../host.ts";
import { type Container, container } from "../reading/container.ts";
import { dmi } from "../reading/dmi.ts";
import { lspciVirtual } from "../reading/lspci.ts";
import { openVz } from "../reading/openvz.ts";
import { virtWhat } from "../reading/virt-what.ts";
import { hypervisorByProduct, virtual } from "../reading/virtual.ts";
import { xen } from "../reading/xen.ts";
import { esxVersion } from "./esx-version.ts";

function inContainer(kind: Container["kind"]): Collect {
  return (host) => {
    const found = container(host);
    return found?.kind === kind ? { ...found.details } : undefined;
  };
}

const hyperv: Collect = (host) =>
  dmi(host, "sys_vendor")?.includes("Microsoft") || dmi(host, "product_name") === "Virtual Machine"
    ? {}
    : undefined;

const kvm: Collect = (host) => {
  const product = hypervisorByProduct(host);
  if (product === "virtualbox" || product === "parallels" || !isKvm(host, product)) return undefined;
  const maker = dmi(host, "sys_vendor") ?? "";
  if (maker === "Google") return { google: true };
  if (maker.startsWith("OpenStack")) return { openstack: true };
  return maker.startsWith("Amazon") ? { amazon: true } : {};
};

function isKvm(host: Host, product: string | undefined): boolean {
  const vendor = dmi(host, "bios_vendor") ?? "";
  return (
    virtWhat(host) === "kvm" ||
    lspciVirtual(host) === "kvm" ||
    /Amazon EC2|Google/.test(vendor) ||
    (product?.includes("OpenStack") ?? false)
  );
}

const openvz: Collect = (host) => {
  const found = openVz(host);
  return found && { id: found.id, host: found.kind === "openvzhn" };
};

const virtualbox: Collect = (host) => {
  const detected =
    dmi(host, "product_name") === "VirtualBox" ||
    virtWhat(host)?.includes("virtualbox") ||
    lspciVirtual(host) === "virtualbox";
  if (!detected) return undefined;
  const tables = outputOf(host, "dmidecode");
  return { version: /vboxVer_(\S+)/.exec(tables)?.[1], revision: /vboxRev_(\S+)/.exec(tables)?.[1] };
};

const vmware: Collect = (host) => {
  const detected =
    virtWhat(host) === "vmware" ||
    dmi(host, "product_name") === "VMware" ||
    lspciVirtual(host) === "vmware" ||
    dmi(host, "sys_vendor") === "VMware, Inc.";
  return detected ? { version: esxVersion(outputOf(host, "dmidecode")) } : undefined;
};

const xenHypervisor: Collect = (host) => {
  if (!virtual(host).includes("xen")) return undefined;
  const full = hypervisorByProduct(host) === "xenhvm" || lspciVirtual(host) === "xenhvm";
  return { context: full ? "hvm" : "pv", privileged: xen(host).privileged };
};

const members: Collectors = {
  docker: inContainer("docker"),
  hyperv,
  kvm,
  lxc: inContainer("lxc"),
  openvz,
  systemd_nspawn: inContainer("systemd_nspawn"),
  virtualbox,
  vmware,
  xen: xenHypervisor,
};

/** The hypervisors and containers around this system; more than one when they are nested. */
export const hypervisorFacts: FactFamily = {
  facts: { hypervisors: (host) => structuredIfAny(host, "hypervisors", members) },
};
