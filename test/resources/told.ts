import { expect, it } from "vitest";
import type { Host } from "../../src/resources/host.ts";
import type { Value } from "../../src/values/value.ts";
import { applied, catalogOf } from "../apply/catalog.ts";
import { type Script, scriptedMachine } from "./scripted-machine.ts";

/** A resource on a machine, what is done, and what is said of it (without `Notice: /Stage[main]/Main/`). */
export interface Told {
  readonly about: string;
  readonly resource: Readonly<Record<string, Value>>;
  readonly on?: Script;
  /** Commands that change something. */
  readonly does: readonly string[];
  readonly says: readonly string[];
}

/** Apply each row's resource, called `x` unless it names itself, and compare what is done and said. */
export function tell(type: string, host: Partial<Host>, rows: readonly Told[], looking: RegExp): void {
  it.each(rows)("$about", async ({ resource, on = {}, does, says }) => {
    const { title = "x", ...parameters } = resource;
    const machine = scriptedMachine(on);
    const asked: Host = { fact: () => undefined, command: (name) => name, exists: () => false, ...host };
    const catalog = catalogOf([{ type, title: String(title), parameters }]);
    const { lines } = await applied(catalog, machine, { host: asked });
    expect(machine.ran.filter((command) => !looking.test(command))).toEqual(does);
    expect(lines.map((line) => line.replace("Notice: /Stage[main]/Main/", ""))).toEqual(says);
  });
}
