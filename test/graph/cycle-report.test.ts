import { describe, expect, it } from "vitest";
import { evaluateManifests } from "../../src/compile/manifests.ts";
import { Failure } from "../../src/diagnostics/failure.ts";
import { inputFor } from "../evaluate-declare/harness.ts";

function cycleOf(code: string): string {
  try {
    evaluateManifests(inputFor(code));
    return "";
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const steps = (error.issue.related ?? []).map(({ message, place }) =>
      place.line === undefined ? message : `${message} (file: ${place.file}, line: ${place.line})`,
    );
    return [error.issue.message.split("\n")[1], ...steps].join("\n");
  }
}

describe("a dependency cycle is told with the reason of every step", () => {
  it.each([
    [
      "parameters",
      "notify { 'a': require => Notify['b'] }\nnotify { 'b':\n  require => Notify['a'],\n}",
      `(Notify[a] => Notify[b] => Notify[a])
Notify[a] comes before Notify[b]: parameter 'require' of Notify[b] (file: site.pp, line: 3)
Notify[b] comes before Notify[a]: parameter 'require' of Notify[a] (file: site.pp, line: 1)`,
    ],
    [
      "an arrow and containment",
      "class a { notify { 'x': } }\ninclude a\nnotify { 'y': }\nNotify['x'] -> Notify['y']\nNotify['y'] ~> Class['a']",
      `(Class[A] => Notify[x] => Notify[y] => Class[A])
Notify[x] is in Class[A]
Notify[x] comes before Notify[y]: the '->' arrow (file: site.pp, line: 4)
Notify[y] comes before Class[A]: the '~>' arrow (file: site.pp, line: 5)`,
    ],
    [
      "stages",
      "stage { 'x': before => Stage['main'], require => Stage['main'] }",
      `(Stage[main] => Stage[x] => Stage[main])
Stage[main] comes before Stage[x]: parameter 'require' of Stage[x] (file: site.pp, line: 1)
Stage[x] comes before Stage[main]: parameter 'before' of Stage[x] (file: site.pp, line: 1)`,
    ],
    [
      "the shortest of several",
      "notify { ['a', 'b', 'c', 'd']: }\nNotify['a'] -> Notify['b'] -> Notify['c'] -> Notify['d'] -> Notify['a']\nNotify['c'] -> Notify['b']",
      `(Notify[b] => Notify[c] => Notify[b])
Notify[b] comes before Notify[c]: the '->' arrow (file: site.pp, line: 2)
Notify[c] comes before Notify[b]: the '->' arrow (file: site.pp, line: 3)`,
    ],
    [
      "a resource before itself",
      "notify { 'a': } -> Notify['a']",
      "(Notify[a] => Notify[a])\nNotify[a] comes before Notify[a]: the '->' arrow (file: site.pp, line: 1)",
    ],
    ["none", "notify { 'a': } -> notify { 'b': }", ""],
  ])("%s", (_, code, expected) => {
    expect(cycleOf(code).split("\n").sort()).toEqual(expected.split("\n").sort());
  });
});
