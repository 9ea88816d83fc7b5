import { type Collectors, type FactFamily, structuredIfAny } from "../family.ts";
import type { Host } from "../host.ts";
import { dmi } from "../reading/dmi.ts";
import { azure, ec2, google } from "../reading/metadata.ts";
import { virtual } from "../reading/virtual.ts";

/** Metadata services are only asked where the hypervisor suggests that there is one. */
function mayBeEc2(host: Host): boolean {
  return /kvm|xen|aws/.test(virtual(host));
}

function mayBeAzure(host: Host): boolean {
  return virtual(host) === "hyperv";
}

const members: Collectors = {
  provider: (host) => {
    switch (virtual(host)) {
      case "hyperv":
        return azure(host) === undefined ? undefined : "azure";
      case "kvm":
      case "xen":
        return Object.keys(ec2(host).metadata).length === 0 ? undefined : "aws";
      case "gce":
        return google(host) === undefined ? undefined : "gce";
      default:
        return undefined;
    }
  },
};

/** The cloud the machine is in, and what its metadata service tells. */
export const cloudFacts: FactFamily = {
  facts: {
    az_metadata: (host) => (mayBeAzure(host) ? azure(host) : undefined),
    cloud: (host) => structuredIfAny(host, "cloud", members),
    ec2_metadata: (host) => {
      const metadata = mayBeEc2(host) ? ec2(host).metadata : {};
      return Object.keys(metadata).length === 0 ? undefined : metadata;
    },
    ec2_userdata: (host) => (mayBeEc2(host) && ec2(host).userdata) || undefined,
    gce: (host) => (dmi(host, "bios_vendor")?.includes("Google") ? google(host) : undefined),
  },
};
