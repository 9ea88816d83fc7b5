import type { FactFamily } from "../family.ts";
import type { Host } from "../host.ts";
import { virtWhat } from "../reading/virt-what.ts";
import { isVirtual, virtual } from "../reading/virtual.ts";
import { xen, xenDomains } from "../reading/xen.ts";

function isXenHost(host: Host): boolean {
  return (virtWhat(host) ?? xen(host).kind) === "xen0";
}

/** Whether the machine is virtual, and on what. */
export const virtualFacts: FactFamily = {
  facts: {
    is_virtual: isVirtual,
    virtual,
    xen: (host) => (isXenHost(host) ? { domains: xenDomains(host) } : undefined),
  },
  legacy: { xendomains: (host) => (isXenHost(host) ? xenDomains(host).join(",") : undefined) },
};
