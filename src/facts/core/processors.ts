import { type Collectors, type FactFamily, structured } from "../family.ts";
import { type Host, perHost } from "../host.ts";
import { cpuNames, processors, topology } from "../reading/cpuinfo.ts";
import { humanHertz } from "../units.ts";

/** `uname -p`; distributions patch it, so no file can tell. */
const isa = perHost((host: Host) => host.run("uname", ["-p"])?.out.trim().split(".").at(-1));

const members: Collectors = {
  cores: (host) => topology(host)?.cores,
  count: (host) => processors(host)?.count,
  isa,
  models: (host) => processors(host)?.models,
  physicalcount: (host) => processors(host)?.physicalCount,
  speed: (host) => humanHertz(processors(host)?.hertz ?? 0n),
  threads: (host) => topology(host)?.threads,
};

function processorByNumber(host: Host): Collectors {
  const numbers = cpuNames(host).map((_, number) => number);
  return Object.fromEntries(
    numbers.map((number) => [`processor${number}`, (asked: Host) => processors(asked)?.models[number]]),
  );
}

/** The processors: how many, which, how fast. */
export const processorFacts: FactFamily = {
  facts: { processors: (host) => structured(host, "processors", members) },
  legacy: {
    hardwareisa: isa,
    physicalprocessorcount: (host) => processors(host)?.physicalCount,
    processorcount: (host) => processors(host)?.count,
  },
  legacyOf: processorByNumber,
};
