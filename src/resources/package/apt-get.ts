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

/** Several resources' single apt-get calls as one, when they differ in their targets alone. */
export function mergedAptGet(all: readonly (readonly Step[])[]): readonly Step[] | undefined {
  const calls = all.map((steps) => (steps.length === 1 ? steps[0] : undefined));
  const [first] = calls;
  if (!calls.every(isAptGet) || first === undefined || !isAptGet(first)) return undefined;
  if (!calls.every((call) => prefixOf(call) === prefixOf(first))) return undefined;
  const targets = calls.map((call) => call.argv.at(-1)!);
  const common = first.options.called!.slice(0, -String(first.argv.at(-1)).length);
  const options = { ...first.options, called: common + targets.join(" ") };
  return [runWith(options, ...first.argv.slice(0, -1), ...targets)];
}

function isAptGet(step: Step | undefined): step is RunStep {
  return step?.kind === "run" && step.argv[0] === APT_GET;
}

function prefixOf({ argv, options }: RunStep): string {
  return JSON.stringify([argv.slice(0, -1), options.blame]);
}
