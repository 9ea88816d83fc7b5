import { type RunOptions, type RunStep, runWith, type Step } from "../../machine/step.ts";

const APT_GET = "/usr/bin/apt-get";
/** Seconds to wait for another apt or dpkg to finish. */
const LOCK_TIMEOUT = 600;
/** Nobody is there to answer. */
const ENVIRONMENT = {
  DEBIAN_FRONTEND: "noninteractive",
  APT_LISTBUGS_FRONTEND: "none",
  APT_LISTCHANGES_FRONTEND: "none",
};

/** Run apt-get for one target; failures name the command as Puppet runs it. */
export function aptGet(
  words: readonly string[],
  target: string,
  {
    blame,
    asPuppet = words,
  }: { readonly blame?: string | undefined; readonly asPuppet?: readonly string[] } = {},
): RunStep {
  const options: RunOptions = { env: ENVIRONMENT, called: [APT_GET, ...asPuppet, target].join(" "), blame };
  return runWith(options, APT_GET, "-o", `DPkg::Lock::Timeout=${LOCK_TIMEOUT}`, ...words, target);
}

/**
 * Several resources' steps with as few calls of apt-get as can be: calls that differ in their targets alone become one.
 * Undefined when nothing is saved.
 */
export function mergedAptGet(all: readonly (readonly Step[])[]): readonly Step[] | undefined {
  const calls = new Map<string, RunStep[]>();
  const others: Step[] = [];
  for (const steps of all) {
    const [first] = steps;
    if (steps.length !== 1 || !isAptGet(first)) others.push(...steps);
    else calls.set(prefixOf(first), [...(calls.get(prefixOf(first)) ?? []), first]);
  }
  const merged = [...calls.values()].map(together);
  return [...calls.values()].some(({ length }) => length > 1) ? [...merged, ...others] : undefined;
}

function together(calls: readonly RunStep[]): RunStep {
  const [first] = calls;
  const { argv, options } = first!;
  const targets = calls.map((call) => String(call.argv.at(-1)));
  const common = options.called!.slice(0, -targets[0]!.length);
  return runWith({ ...options, called: common + targets.join(" ") }, ...argv.slice(0, -1), ...targets);
}

function isAptGet(step: Step | undefined): step is RunStep {
  return step?.kind === "run" && step.argv[0] === APT_GET;
}

function prefixOf({ argv, options }: RunStep): string {
  return JSON.stringify([argv.slice(0, -1), options.blame]);
}
