import type { FactFamily } from "../family.ts";
import { cloudFacts } from "./cloud.ts";
import { diskFacts } from "./disks.ts";
import { dmiFacts } from "./dmi.ts";
import { hypervisorFacts } from "./hypervisors.ts";
import { identityFacts } from "./identity.ts";
import { kernelFacts } from "./kernel.ts";
import { memoryFacts } from "./memory.ts";
import { mountpointFacts } from "./mountpoints.ts";
import { networkingFacts } from "./networking.ts";
import { osFacts } from "./os.ts";
import { partitionFacts } from "./partitions.ts";
import { processorFacts } from "./processors.ts";
import { sshFacts } from "./ssh.ts";
import { systemFacts } from "./system.ts";
import { uptimeFacts } from "./uptime.ts";
import { virtualFacts } from "./virtual.ts";

/** Every fact that is built in. */
export const CORE_FAMILIES: readonly FactFamily[] = [
  cloudFacts,
  diskFacts,
  dmiFacts,
  hypervisorFacts,
  identityFacts,
  kernelFacts,
  memoryFacts,
  mountpointFacts,
  networkingFacts,
  osFacts,
  partitionFacts,
  processorFacts,
  sshFacts,
  systemFacts,
  uptimeFacts,
  virtualFacts,
];
