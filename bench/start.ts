import type { Appliers, Experiment } from "./experiment.ts";

/** The start alone: an empty manifest. */
export function start({ nostrings, puppet }: Appliers): Experiment {
  return {
    title: "An empty manifest",
    commands: {
      nostrings: nostrings("-e", ""),
      node: [process.execPath, "-e", "0"],
      puppet: puppet("-e", ""),
    },
    promises: [
      { what: "`apply -e ''` to bare `node -e 0`", of: "nostrings", to: "node", atMost: 4 },
      { what: "`apply -e ''` to `puppet apply -e ''`", of: "nostrings", to: "puppet", atMost: 1 / 12 },
    ],
  };
}
