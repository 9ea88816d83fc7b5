import type { GivenFacts } from "../../run/request.ts";
import type { OptionSpec, Options } from "../options.ts";

/** The options by which a command line says what to believe of the machine. */
export const FACT_OPTIONS: readonly OptionSpec[] = [
  { name: "facts", value: "FILE", help: "Believe the facts of a YAML or JSON file instead of looking" },
  {
    name: "fact",
    value: "NAME=VALUE",
    list: true,
    help: "Believe this fact instead of looking; may be repeated",
  },
];

/** What a command line says of the machine. */
export function factsGiven(options: Options): GivenFacts {
  return { node: options.value("node"), factsFile: options.value("facts"), facts: options.values("fact") };
}
